import type { DeskContext, DeskPart } from '../part.ts';

export function payerPart(_context: DeskContext): DeskPart<'payer'> {
  return {
    view: () => Promise.resolve(null),
    handle: () => Promise.resolve(false),
    forget: () => undefined,
  };
}
