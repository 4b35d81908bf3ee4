/** A key is not held longer than this. ms. */
const RELEASE = 1_000;

/**
 * Escape closes what of ours is open and nothing else: IXC would close its own window below. The release of
 * a key that was pressed inside a frame is heard by the page, where the focus is by then.
 */
export class EscapeKey {
  /** On the clock of events. */
  #closedAt = Number.NEGATIVE_INFINITY;

  /** What is made first is closed first. */
  constructor(isOpen: () => boolean, close: () => void, signal: AbortSignal) {
    const keep = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      const isRelease = event.type === 'keyup';
      const isOurs = isRelease ? event.timeStamp - this.#closedAt < RELEASE : isOpen();
      if (!isOurs) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      if (!isRelease) close();
    };
    for (const type of ['keydown', 'keyup'] as const) {
      window.addEventListener(type, keep, { capture: true, signal });
    }
  }

  /** It was closed just now, by whatever means: the release that follows is of that key. */
  closed(): void {
    this.#closedAt = performance.now();
  }
}
