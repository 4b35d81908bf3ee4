import type { Fault } from '../../../../emulators/asaas/index.ts';

/** The request goes down on its way: Asaas never does it. */
export const LOST = { kind: 'drop-before-commit' } as const;

/** How a request is carried out, sooner or later, without its asker learning of it. */
export const CARRIED_OUT: readonly [string, Fault][] = [
  ['the answer is lost after it was done', { kind: 'drop-after-commit' }],
  ['a 502 hides that it was done', { kind: 'status', status: 502, carriedOut: true }],
  ['it is done a minute and a half late', { kind: 'late-commit', seconds: 90 }],
  ['it is done almost ten minutes late', { kind: 'late-commit', seconds: 590 }],
  ['the answer is rubbish', { kind: 'rubbish' }],
];
