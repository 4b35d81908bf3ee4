import { headerWord } from './cell-text.ts';
import { SELECTORS } from './selectors.ts';

/** An assignment or a property, as opposed to code that compares. */
const SETTING = /\bgeracao_por_fatura['"]?\]?\s*[:=]\s*['"]S['"]/;

/**
 * Answers whether the panel generates by fatura, from what a content script can see: IXC's settings in a
 * script of the page itself, or a contract's window whose Financeiro tab gave way to Faturas. IXC's own
 * variables are out of reach here, so "no" may mean "cannot be told". Once yes it stays yes: the setting
 * is the panel's, and changes only with the page.
 */
export function createFaturaReader(document: Document): () => boolean {
  const read = new WeakSet<Element>();
  let isSeen = false;
  const isInScripts = (): boolean => {
    for (const script of document.querySelectorAll(SELECTORS.inlineScript)) {
      if (read.has(script)) continue;
      read.add(script);
      if (SETTING.test(script.textContent)) return true;
    }
    return false;
  };
  return () => {
    isSeen ||= isInScripts() || hasFaturaTab(document);
    return isSeen;
  };
}

function hasFaturaTab(document: Document): boolean {
  for (const form of document.querySelectorAll(SELECTORS.contractForm)) {
    const tabs = [...form.querySelectorAll<HTMLElement>(SELECTORS.tab)];
    const isShown = (word: string): boolean[] =>
      tabs.filter((tab) => headerWord(tab.textContent) === word).map((tab) => !isHidden(tab));
    if (isShown('faturas').includes(true) && isShown('financeiro').every((shown) => !shown)) {
      return true;
    }
  }
  return false;
}

/** Inline or by the page's style, on the tab or on the item around it. */
function isHidden(tab: HTMLElement): boolean {
  return [tab, tab.closest('li')].some(
    (one) => one && (one.hidden || getComputedStyle(one).display === 'none'),
  );
}
