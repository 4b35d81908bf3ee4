import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../../../../lib/billing/result.ts';
import {
  type ListPlace,
  type NextPage,
  PAGE,
  readOn,
} from '../../../../lib/engine/sync/read-list.ts';

/** A list that charges leave between one page and the next; nothing enters a window that is over. */
function shrinking(size: number, leaves: readonly (readonly number[])[]) {
  let list = Array.from({ length: size }, (_, id) => id);
  let asked = 0;
  const ask = ({ offset, limit }: { offset: number; limit: number }) => {
    const items = list.slice(offset, offset + limit);
    const answer = {
      items,
      offset,
      totalCount: list.length,
      hasMore: offset + limit < list.length,
    };
    const gone = new Set((leaves[asked] ?? []).map((at) => list[at % Math.max(1, list.length)]));
    list = list.filter((id) => !gone.has(id));
    asked += 1;
    return Promise.resolve(ok(answer));
  };
  return { ask, left: () => list, asked: () => asked };
}

async function readAll({ ask }: ReturnType<typeof shrinking>): Promise<Set<number>> {
  const seen = new Set<number>();
  let place: ListPlace | null = { offset: 0, total: null };
  while (place !== null) {
    const answer: Result<NextPage<number>, unknown> = await readOn(ask, place);
    if (!answer.ok) throw new Error('the list cannot be read');
    for (const id of answer.value.page.items) seen.add(id);
    place = answer.value.next;
  }
  return seen;
}

describe('a long list that is read over several turns', () => {
  it('shows every charge that stays in it, however many leave meanwhile', async () => {
    const leaving = fc.array(fc.array(fc.nat(2_000), { maxLength: 180 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_500 }), leaving, async (size, leaves) => {
        const list = shrinking(size, leaves);
        const seen = await readAll(list);
        expect(list.left().filter((id) => !seen.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 1, 100, 101, 2_000, 20_000])(
    'of %i charges that none leaves takes as many requests as it has pages',
    async (size) => {
      const list = shrinking(size, []);
      expect((await readAll(list)).size).toBe(size);
      const pages = Math.max(1, Math.ceil(size / PAGE));
      expect(list.asked()).toBe(pages);
    },
  );
});
