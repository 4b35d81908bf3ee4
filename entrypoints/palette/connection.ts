import {
  createFrameLine,
  type FrameLine,
  type LineState,
  type LineSurroundings,
} from '../../components/frame-line.ts';
import type {
  CopyOutcome,
  PalettePush,
  PaletteRequest,
  PaletteResults,
} from '../../lib/messages/palette.ts';
import type { FailureView } from '../../lib/messages/failure.ts';

/** What came of the last thing that was asked for beside a search. */
export type Answered =
  | { readonly turn: number; readonly outcome: CopyOutcome }
  | { readonly turn: number; readonly refreshed: FailureView | null };

export interface PaletteState extends LineState {
  /** Counts welcomes: after another one the worker knows nothing of what is on screen. */
  readonly welcomes: number;
  /** Of the search with this turn; null before the first answer. */
  readonly found: { readonly turn: number; readonly results: PaletteResults | 'too-short' } | null;
  readonly answered: Answered | null;
  /** Counts turns of the vault, each of which clears the screen. */
  readonly forgotten: number;
}

export type PaletteConnection = FrameLine<PaletteState, PaletteRequest>;

const SILENT: PaletteState = {
  phase: 'silent',
  connected: false,
  orphaned: false,
  welcomes: 0,
  found: null,
  answered: null,
  forgotten: 0,
};

/** An answer to an older search than the one on screen is not heard. */
function heard(state: PaletteState, push: PalettePush): Partial<PaletteState> {
  switch (push.type) {
    case 'welcome':
      return { welcomes: state.welcomes + 1 };
    case 'too-short':
    case 'results': {
      if (push.turn < (state.found?.turn ?? 0)) return {};
      const results = push.type === 'results' ? push.results : 'too-short';
      return { found: { turn: push.turn, results } };
    }
    case 'copied':
      return { answered: { turn: push.turn, outcome: push.outcome } };
    case 'refreshed':
      return { answered: { turn: push.turn, refreshed: push.failure } };
    case 'forget':
      return { found: null, answered: null, forgotten: state.forgotten + 1 };
    case 'refused':
      return {};
  }
}

/** The palette's line to the worker. */
export function createPaletteConnection(
  around: LineSurroundings<PaletteRequest>,
): PaletteConnection {
  return createFrameLine({ silent: SILENT, heard }, around);
}
