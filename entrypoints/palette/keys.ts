import type { PaletteDesk, Wanted } from './desk.ts';
import { wrapTab } from './wrap-tab.ts';

interface KeysOptions {
  readonly desk: PaletteDesk;
  /** The list of shortcuts is shown. */
  readonly help: boolean;
  readonly showHelp: (shown: boolean) => void;
  readonly close: () => void;
}

/** What a key asks for of the invoice that has the focus. */
const OF_INVOICE: Readonly<Record<string, Extract<Wanted, { about: 'invoice' }>['what']>> = {
  p: 'pix',
  b: 'linha',
  l: 'link',
  m: 'message',
  w: 'whatsapp',
};

/** The elements that arrows lead through, in their order. */
const STOPS = '[data-invoice]';

/**
 * The palette's keys. Letters are text while the search field has the focus; an arrow down leaves it for the
 * invoices, where they are commands.
 */
export function createKeys({
  desk,
  help,
  showHelp,
  close,
}: KeysOptions): (event: KeyboardEvent) => void {
  function hear(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      if (help) showHelp(false);
      else close();
      return true;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'Tab') return wrapTab(event.shiftKey);
    const field = document.querySelector<HTMLInputElement>('input');
    const isTyping = document.activeElement === field;
    if (event.key === '?' && !(isTyping && field?.value !== '')) {
      showHelp(!help);
      return true;
    }
    if (help) return false;
    if (isTyping) return leaveField(event.key);
    return move(event.key, field) || command(event);
  }

  function leaveField(key: string): boolean {
    if (key !== 'ArrowDown' && key !== 'Enter') return false;
    const [first] = stops();
    if (first) first.focus();
    else desk.searchNow();
    return true;
  }

  function command({ key, shiftKey }: KeyboardEvent): boolean {
    const at = document.activeElement?.closest('[data-client]');
    const invoice = document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
    const client = at?.getAttribute('data-client') ?? '';
    const letter = key.toLowerCase();
    const what = OF_INVOICE[letter];
    if (what !== undefined && invoice != null && !shiftKey) {
      desk.want({ about: 'invoice', id: invoice, what });
    } else if (letter === 'v' && client !== '') {
      desk.want({ about: 'overdue', id: client, what: shiftKey ? 'whatsapp' : 'message' });
    } else if (letter === 'r' && client !== '') desk.refresh(client);
    else return false;
    return true;
  }

  return (event) => {
    if (event.isTrusted && !event.repeat && hear(event)) event.preventDefault();
    // An arrow that is held down goes on, and so does Tab.
    else if (event.isTrusted && event.repeat && isMovement(event) && hear(event)) {
      event.preventDefault();
    }
  };
}

function isMovement({ key }: KeyboardEvent): boolean {
  return key === 'Tab' || key.startsWith('Arrow');
}

function stops(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(STOPS)];
}

/** True: the key was a movement through the invoices. */
function move(key: string, field: HTMLElement | null): boolean {
  const all = stops();
  const row = document.activeElement?.closest('[data-row]');
  const at = all.findIndex((stop) => row?.contains(stop));
  switch (key) {
    case 'ArrowDown':
      all[Math.min(at + 1, all.length - 1)]?.focus();
      return true;
    case 'ArrowUp':
      (at <= 0 ? field : all[at - 1])?.focus();
      return true;
    case 'Home':
      all[0]?.focus();
      return true;
    case 'End':
      all.at(-1)?.focus();
      return true;
    default:
      return false;
  }
}
