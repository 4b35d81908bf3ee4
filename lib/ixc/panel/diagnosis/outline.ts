import { headerWord } from '../cell-text.ts';
import { OWN } from '../selectors.ts';
import { shownHeader } from './header-words.ts';
import { mask } from './mask.ts';

/** Characters; all of them are ASCII. */
const LIMIT = 19_000;
const DEEPEST = 24;
const HIDDEN = /display:\s*none/;
/** Of children that look alike, and of all children of one element. */
const ALIKE = 2;
const WIDEST = 40;
const OWN_ELEMENTS = [OWN.mark, OWN.drawer, OWN.notice].map((name) => `[${name}]`).join();
const SKIPPED = `script, style, link, svg, option, br, [id^="menu"], [id^="grupo_menu"], ${OWN_ELEMENTS}`;
/** Table and window names, column names: words of IXC's own schema. */
const NAMED = ['abbr', 'name', 'rel', 'data-campoautoincrement'];

/**
 * The structure of the page, one element a line: tag, id, classes, `abbr`, names of `data-*`, known headers.
 * Never the text of a cell, a title or a field: what people wrote is nowhere in it. The side menu is left
 * out, and rows that look alike are counted.
 */
export function outlineOf(root: Element): string {
  const lines: string[] = [];
  visit(root, 0, lines);
  let text = '';
  for (const line of lines) {
    if (text.length + line.length >= LIMIT) return `${text}...\n`;
    text += `${line}\n`;
  }
  return text;
}

function visit(element: Element, depth: number, lines: string[]): void {
  lines.push(' '.repeat(depth) + describe(element));
  if (depth === DEEPEST || lines.length > LIMIT) return;
  const seen = new Map<string, number>();
  let left = 0;
  let shown = 0;
  for (const child of element.children) {
    if (child.matches(SKIPPED)) continue;
    const kind = child.localName + (child.localName === 'tr' ? '' : describe(child));
    const times = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, times);
    if (times > ALIKE || shown === WIDEST) left += 1;
    else {
      shown += 1;
      visit(child, depth + 1, lines);
    }
  }
  if (left > 0) lines.push(`${' '.repeat(depth + 1)}+${left}`);
}

function describe(element: Element): string {
  let text = element.localName;
  // A form answers to `form.id` with its field of that name.
  const id = element.getAttribute('id');
  if (id) text += `#${mask(id)}`;
  for (const name of element.classList) text += `.${mask(name)}`;
  for (const { name, value } of element.attributes) {
    const isSchema =
      element.localName === 'table'
        ? name === 'data-nome'
        : NAMED.includes(name) && element.localName !== 'input';
    if (isSchema) text += `[${name}=${mask(value)}]`;
    else if (name.startsWith('data-')) text += `[${mask(name)}]`;
  }
  if (element.localName === 'th' && element.closest('thead, .hDiv')) {
    const word = headerWord(element.textContent);
    if (word !== '') text += ` ${shownHeader(word)}`;
  }
  return HIDDEN.test(element.getAttribute('style') ?? '') ? `${text} hidden` : text;
}
