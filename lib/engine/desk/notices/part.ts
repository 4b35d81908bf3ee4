import type { DeskContext, DeskPart } from '../part.ts';

export function noticesPart(_context: DeskContext): DeskPart<'notices'> {
  return {
    view: () => Promise.resolve(null),
    handle: () => Promise.resolve(false),
    forget: () => undefined,
  };
}
