import { expect, it } from 'vitest';
import { momentOf } from '../../../lib/asaas/charge-story-body.ts';

it('a view is read in both of the forms in which Asaas writes it', () => {
  expect(momentOf('2024-07-14T02:30:46Z')).toBe(Date.UTC(2024, 6, 14, 2, 30, 46));
  expect(momentOf('2021-01-01 12:54:56')).toBe(Date.UTC(2021, 0, 1, 15, 54, 56));
  expect(momentOf('ontem')).toBeNull();
  expect(momentOf(null)).toBeNull();
});
