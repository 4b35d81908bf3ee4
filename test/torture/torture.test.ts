import { expect, test } from 'vitest';
import { costRun } from './cost.ts';
import { auditOf } from './report/audit-lines.ts';
import { historyOf } from './report/lines.ts';
import { torture } from './run.ts';

/** Played again on every machine: what they once found stays found. `npm run torture` takes new ones. */
const SEEDS = [
  { seed: 20261122, invoices: 30 },
  { seed: 20782, invoices: 12 },
] as const;

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

for (const { seed, invoices } of SEEDS)
  test(`two browsers under every fault leave one charge per invoice, and ledgers as Asaas is (seed ${seed})`, () =>
    survives(seed, invoices));

test('many clean sendings share their looks, and ask what the drawer read only there', async () => {
  const { operation, drawer, breaches } = await costRun(1, 20);
  expect(breaches).toEqual([]);
  expect(operation.parts.creation).toBe(1);
  expect(operation.parts['charges of the invoice']).toBe(2);
  expect(operation.total).toBeLessThanOrEqual(3.3);
  expect(drawer.total).toBeLessThanOrEqual(5.1);
});

test('a clean sending alone asks for two looks more', async () => {
  const { operation, breaches } = await costRun(1, 1);
  expect(breaches).toEqual([]);
  expect(operation.total).toBe(5);
});

test('known payers cost little more while one in twenty requests meets a fault', async () => {
  const { operation, struck, breaches } = await costRun(1, 40, { oneIn: 20 });
  expect(breaches).toEqual([]);
  expect(struck).toBeGreaterThan(0);
  expect(operation.total).toBeLessThanOrEqual(3.6);
});
