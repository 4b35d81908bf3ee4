import { fuzzPanel } from '../panel/fuzz.ts';
import { test } from './fixtures.ts';

/** Twenty-five seeds of four rounds: redraws, sorts, pages, hidden columns, windows. */
const SEEDS = 25;
const ROUNDS = 4;
/** Seeds that one loading of the page bears: each opens windows over those of the one before. */
const A_PAGE = 5;

test('a hundred seeded redraws, sorts, pages and windows leave one mark per invoice row', async ({
  panel,
}) => {
  test.setTimeout(150_000);
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    await fuzzPanel(panel.page, { seed, rounds: ROUNDS });
    if (seed % A_PAGE === 0) await panel.openReceivables();
  }
});
