import type { DocumentHost } from '../../../../lib/http/document/document-line.ts';
import type { Errand, Outcome } from '../../../../lib/http/document/messages.ts';

/** Where a browser keeps its one document: opened, closed and lost as Chrome does. */
export function documentRoom(carryOut: (errand: Errand, signal: AbortSignal) => Promise<Outcome>) {
  let leave: (() => void) | null = null;
  const seen = { opened: 0, closed: 0, abandoned: [] as number[], refuses: false };

  const host: DocumentHost = {
    open: () => {
      if (seen.refuses) return Promise.reject(new Error('no document can be made'));
      if (leave) return Promise.reject(new Error('there is one already'));
      seen.opened += 1;
      let tell: (outcome: Outcome) => void = () => undefined;
      let isGone = false;
      const underWay = new Map<number, AbortController>();
      return Promise.resolve({
        post: (message) => {
          // A port carries copies.
          const said = structuredClone(message);
          if ('abandon' in said) {
            seen.abandoned.push(said.abandon);
            underWay.get(said.abandon)?.abort();
            return;
          }
          const controller = new AbortController();
          underWay.set(said.id, controller);
          void carryOut(said, controller.signal).then((outcome) => {
            if (!isGone) tell(structuredClone(outcome));
          });
        },
        onOutcome: (listener) => {
          tell = listener;
        },
        onGone: (listener) => {
          leave = () => {
            isGone = true;
            leave = null;
            for (const controller of underWay.values()) controller.abort();
            listener();
          };
        },
      });
    },
    close: () => {
      seen.closed += 1;
      leave?.();
      return Promise.resolve();
    },
  };
  return { host, seen, isOpen: () => leave !== null, lose: () => leave?.() };
}
