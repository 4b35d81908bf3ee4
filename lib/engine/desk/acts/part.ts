import type { DeskContext, DeskPart } from '../part.ts';

export function actsPart(_context: DeskContext): DeskPart<'acts'> {
  return {
    view: () => Promise.resolve(null),
    handle: () => Promise.resolve(false),
    forget: () => undefined,
  };
}
