/**
 * What the palette knows and does, without a page:
 *
 *   text ──250 ms──▶ search ──▶ results of that very text
 *   copy ──▶ (held already? clipboard at once) ──▶ worker ──▶ clipboard ──▶ said
 *
 * Every question has a number; an answer to an older one than the last is not heard. Nothing is kept but in
 * memory, and that ends with the frame or when the vault turns.
 */
import type { Copied, CopyRefusal, PaletteResults } from '../../lib/messages/palette.ts';
import type { FailureView } from '../../lib/messages/failure.ts';
import type { PaletteConnection } from './connection.ts';

const DEBOUNCE_MS = 250;

/** Something that goes to the clipboard or to WhatsApp: of an invoice, or of all that a client has overdue. */
export type Wanted =
  | { readonly about: 'invoice'; readonly id: string; readonly what: Copied | 'whatsapp' }
  | { readonly about: 'overdue'; readonly id: string; readonly what: 'message' | 'whatsapp' };

/** What the operator is told about the last thing they asked for. */
export type Said =
  | { readonly kind: 'done'; readonly wanted: Wanted; readonly left: number }
  /** The browser wants another press before it lets it onto the clipboard. */
  | { readonly kind: 'again'; readonly wanted: Wanted }
  | { readonly kind: 'refused'; readonly refusal: CopyRefusal }
  | { readonly kind: 'failed'; readonly failure: FailureView }
  | { readonly kind: 'refreshed' };

export interface DeskState {
  readonly text: string;
  readonly isSearching: boolean;
  /** Of the text; null: nothing was looked for yet. */
  readonly results: PaletteResults | 'too-short' | null;
  /** What is being fetched; `refresh`: a client is being read again. */
  readonly busy: Wanted | 'refresh' | null;
  readonly said: Said | null;
}

export interface PaletteDesk {
  readonly getState: () => DeskState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly type: (text: string) => void;
  /** Does not wait for more letters. */
  readonly searchNow: () => void;
  readonly want: (wanted: Wanted) => void;
  readonly refresh: (customerId: string) => void;
}

const BLANK: DeskState = { text: '', isSearching: false, results: null, busy: null, said: null };

export function createPaletteDesk(
  line: Pick<PaletteConnection, 'getState' | 'subscribe' | 'send'>,
  copy: (text: string) => Promise<boolean>,
): PaletteDesk {
  const listeners = new Set<() => void>();
  let state = BLANK;
  let turn = 0;
  /** The search that results must be of, and the question that an answer must be to. */
  let searched = 0;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let heard = line.getState();
  /** What the browser did not let onto the clipboard. */
  let held: { readonly key: string; readonly text: string; readonly left: number } | null = null;

  function change(patch: Partial<DeskState>): void {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  }

  function search(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    turn += 1;
    searched = turn;
    line.send({ verb: 'search', turn, text: state.text });
  }

  /** The worker knows nothing, or something else, of what is on screen. */
  function again(): void {
    held = null;
    const hasText = state.text !== '';
    change({ results: null, busy: null, said: null, isSearching: hasText });
    if (hasText) search();
  }

  async function toClipboard(wanted: Wanted, text: string, left: number): Promise<void> {
    const isCopied = await copy(text);
    held = isCopied ? null : { key: keyOf(wanted), text, left };
    change({ said: isCopied ? { kind: 'done', wanted, left } : { kind: 'again', wanted } });
  }

  function answer(): void {
    const { answered } = line.getState();
    const { busy } = state;
    if (answered?.turn !== asked || busy === null) return;
    change({ busy: null });
    if ('refreshed' in answered) {
      const failure = answered.refreshed;
      return change({ said: failure ? { kind: 'failed', failure } : { kind: 'refreshed' } });
    }
    if (busy === 'refresh') return;
    const { outcome } = answered;
    if ('failure' in outcome) change({ said: { kind: 'failed', failure: outcome.failure } });
    else if ('refused' in outcome) change({ said: { kind: 'refused', refusal: outcome.refused } });
    else if ('opened' in outcome) {
      change({ said: { kind: 'done', wanted: busy, left: outcome.left } });
    } else void toClipboard(busy, outcome.text, outcome.left);
  }

  line.subscribe(() => {
    const before = heard;
    heard = line.getState();
    // After the first welcome there is nothing on screen yet.
    const isAnew = heard.welcomes !== before.welcomes && before.welcomes > 0;
    if (isAnew || heard.forgotten !== before.forgotten) return again();
    if (heard.found !== before.found && heard.found?.turn === searched) {
      change({ results: heard.found.results, isSearching: false });
    }
    if (heard.answered !== before.answered) answer();
  });

  return {
    getState: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    type: (text) => {
      // Results of another text are gone at once: a key pressed now would be about somebody else.
      searched = -1;
      change({ text, results: null, said: null, isSearching: text.trim() !== '' });
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(search, text.trim() === '' ? 0 : DEBOUNCE_MS);
    },
    searchNow: () => {
      if (timer !== null) search();
    },
    want: (wanted) => {
      // A second press of the same key would open a second conversation.
      if (isBusyWith(state.busy, wanted)) return;
      if (held?.key === keyOf(wanted)) {
        void toClipboard(wanted, held.text, held.left);
        return;
      }
      turn += 1;
      asked = turn;
      held = null;
      change({ busy: wanted, said: null });
      line.send(requestOf(wanted, turn));
    },
    refresh: (customerId) => {
      turn += 1;
      asked = turn;
      change({ busy: 'refresh', said: null });
      line.send({ verb: 'refresh', turn, customerId });
    },
  };
}

function isBusyWith(busy: DeskState['busy'], wanted: Wanted): boolean {
  return busy !== null && busy !== 'refresh' && keyOf(busy) === keyOf(wanted);
}

function keyOf({ about, id, what }: Wanted): string {
  return `${about} ${id} ${what}`;
}

function requestOf(wanted: Wanted, turn: number) {
  const { id, what } = wanted;
  if (wanted.about === 'overdue') {
    const verb = what === 'whatsapp' ? 'whatsapp-overdue' : 'copy-overdue';
    return { verb, turn, customerId: id } as const;
  }
  return what === 'whatsapp'
    ? ({ verb: 'whatsapp', turn, invoiceId: id } as const)
    : ({ verb: 'copy', turn, invoiceId: id, what } as const);
}
