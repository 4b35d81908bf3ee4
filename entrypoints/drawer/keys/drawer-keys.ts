/**
 * The drawer's keys. A key belongs to whatever is marked with it (`data-key`), and does what a press there
 * does; `aims` only brings the keyboard there, since what it asks for needs a press of its own.
 */
export const SHORTCUTS = [
  { key: 'p', text: 'keys.p', selector: '[data-key="p"]' },
  { key: 'b', text: 'keys.b', selector: '[data-key="b"]' },
  { key: 'l', text: 'keys.l', selector: '[data-key="l"]' },
  { key: 'i', text: 'keys.i', selector: '[data-key="i"]' },
  { key: 'r', text: 'keys.r', selector: '[data-key="r"]' },
  { key: 'a', text: 'keys.a', selector: '[data-acts] [aria-expanded]' },
  { key: 'n', text: 'keys.n', selector: '[data-key="n"]:not(:disabled)' },
  { key: 'e', text: 'keys.e', selector: '[data-key="e"]:not(:disabled)' },
  { key: 'm', text: 'keys.m', selector: '[data-key="m"] button:not(:disabled)', aims: true },
  { key: 'v', text: 'keys.v', selector: '[data-key="v"]:not(:disabled)' },
  { key: 'd', text: 'keys.d', selector: '[data-key="d"]' },
  { key: 'c', text: 'keys.c', selector: '.confirm-bar .primary', aims: true },
] as const;

interface KeysOptions {
  /** The list of shortcuts lies on top. */
  readonly isHelpOpen: () => boolean;
  readonly showHelp: (shown: boolean) => void;
  readonly close: () => void;
}

/** What a key pressed anywhere in the drawer does. Letters are text while something is typed. */
export function createDrawerKeys({
  isHelpOpen,
  showHelp,
  close,
}: KeysOptions): (event: KeyboardEvent) => void {
  function hear({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    if (key === 'Escape') {
      escape(target);
      return true;
    }
    if (ctrlKey || altKey || metaKey || isTyping(target)) return false;
    if (key === '?') {
      showHelp(!isHelpOpen());
      return true;
    }
    if (isHelpOpen()) return false;
    return press(key.toLowerCase());
  }

  /** What lies on top goes first: the list of shortcuts, then what is being typed, then the drawer. */
  function escape(target: EventTarget | null): void {
    if (isHelpOpen()) showHelp(false);
    else if (isTyping(target)) document.querySelector<HTMLElement>('h1')?.focus();
    else close();
  }

  return (event) => {
    if (event.isTrusted && !event.repeat && !event.isComposing && hear(event)) {
      event.preventDefault();
    }
  };
}

function press(key: string): boolean {
  const shortcut = SHORTCUTS.find((each) => each.key === key);
  const element = shortcut && document.querySelector<HTMLElement>(shortcut.selector);
  if (!element) return false;
  element.focus();
  if (!('aims' in shortcut)) element.click();
  return true;
}

const NO_TEXT: readonly string[] = ['checkbox', 'radio', 'button', 'submit', 'range'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.includes(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
