import { expect, test } from 'vitest';
import { cleanRun } from './clean.ts';
import { auditOf } from './report/audit-lines.ts';
import { historyOf } from './report/lines.ts';
import { torture } from './run.ts';

/** Played again on every machine; what it once found stays found. */
const KNOWN_SEED = 20261122;
/** Another one every day, told so that it can be played again. */
const SEED_OF_THE_DAY = Math.floor(Date.now() / 86_400_000);

async function survives(seed: number, invoices: number): Promise<void> {
  const outcome = await torture({ seed, invoices, onProgress: () => undefined });
  const { breaches } = outcome.verdict;
  const told = await Promise.all(
    breaches.map(async ({ rule, invoiceId, detail }) => {
      const history =
        invoiceId === null ? '' : historyOf(outcome, invoiceId, await auditOf(outcome, invoiceId));
      return `${rule}, invoice ${invoiceId ?? '—'}: ${detail}\n${history}`;
    }),
  );
  const again = `npm run torture -- --node --seed ${seed} --invoices ${invoices}`;
  expect(told, again).toEqual([]);
  expect(outcome.kills).toBeGreaterThan(0);
  expect([...outcome.struck.values()].some((times) => times > 0)).toBe(true);
}

test('two browsers under every fault leave one charge per invoice, and ledgers as Asaas is', () =>
  survives(KNOWN_SEED, 30));

test(`the same with the seed of the day, ${SEED_OF_THE_DAY}`, () => survives(SEED_OF_THE_DAY, 12));

test('a clean sending asks Asaas only what it needs', async () => {
  const { perInvoice, total, breaches } = await cleanRun(1, 20);
  expect(breaches).toEqual([]);
  expect(perInvoice.creation).toBe(1);
  expect(total).toBeLessThanOrEqual(25);
});
