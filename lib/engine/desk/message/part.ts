import type { DeskContext, DeskPart } from '../part.ts';

export function messagePart(_context: DeskContext): DeskPart<'message'> {
  return {
    view: () => Promise.resolve(null),
    handle: () => Promise.resolve(false),
    forget: () => undefined,
  };
}
