import type { DeskContext, DeskPart } from '../part.ts';

export function detailsPart(_context: DeskContext): DeskPart<'details'> {
  return {
    view: () => Promise.resolve(null),
    handle: () => Promise.resolve(false),
    forget: () => undefined,
  };
}
