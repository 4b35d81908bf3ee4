import type { DeskContext, DeskPart } from '../part.ts';

export function editPart(_context: DeskContext): DeskPart<'edit'> {
  return {
    view: () => Promise.resolve(null),
    handle: () => Promise.resolve(false),
    forget: () => undefined,
  };
}
