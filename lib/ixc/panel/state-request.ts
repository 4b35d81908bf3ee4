import type { PanelStates } from '../../messages/panel.ts';

/** The schema of `panel/states` allows this many ids in one message. */
export const MAX_IDS = 500;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 60_000;

export interface StateRequestOptions {
  readonly isDue: (id: string) => boolean;
  /** Asks the worker. Any rejection counts as "worker unreachable". */
  readonly ask: (ids: readonly string[]) => Promise<PanelStates>;
  readonly onAnswer: (answer: PanelStates, asked: readonly string[]) => void;
  /** Called before a request; false ends all asking, because the extension is gone. */
  readonly isAlive: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Collects the ids of everything on screen and asks the worker once per batch. While the worker does not
 * answer, it is asked again after 1 s, 2 s, 4 s … 60 s, without a word on the console.
 */
export class StateRequest {
  readonly #options: StateRequestOptions;
  readonly #wanted = new Set<string>();
  readonly #inFlight = new Set<string>();
  #retryIn = FIRST_RETRY;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: StateRequestOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
      if (this.#timer !== null) clearTimeout(this.#timer);
    });
  }

  /** Notes the ids of a batch whose state is unknown or old, and asks for them in one message. */
  want(ids: Iterable<string>): void {
    for (const id of ids) {
      if (!this.#inFlight.has(id) && this.#options.isDue(id)) this.#wanted.add(id);
    }
    if (this.#timer === null) this.#send();
  }

  #send(): void {
    const { signal, isAlive } = this.#options;
    while (this.#wanted.size > 0 && !signal.aborted && isAlive()) {
      const ids = [...this.#wanted].slice(0, MAX_IDS);
      for (const id of ids) {
        this.#wanted.delete(id);
        this.#inFlight.add(id);
      }
      void this.#ask(ids);
    }
  }

  async #ask(ids: readonly string[]): Promise<void> {
    const { ask, onAnswer, signal } = this.#options;
    try {
      const answer = await ask(ids);
      for (const id of ids) this.#inFlight.delete(id);
      if (signal.aborted) return;
      this.#retryIn = FIRST_RETRY;
      onAnswer(answer, ids);
    } catch {
      // The worker is starting, stopping or gone; the ids stay wanted until it answers.
      for (const id of ids) {
        this.#inFlight.delete(id);
        this.#wanted.add(id);
      }
      this.#retryLater();
    }
  }

  #retryLater(): void {
    if (this.#timer !== null || this.#options.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#send();
    }, this.#retryIn);
    this.#retryIn = Math.min(this.#retryIn * 2, LAST_RETRY);
  }
}
