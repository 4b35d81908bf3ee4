import { cents } from '../../../lib/billing/money.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AdoptionRun } from '../../../lib/ledger/adoption-run.ts';
import { day } from '../../fixtures/day.ts';
import { complete } from './page-stories.ts';
import type { LedgerRows } from './popup-ledger.ts';

/** The comparison that the page shows. */
export const RUN = 'ab'.repeat(16);
const [first] = complete.panels;
if (!first) throw new Error('no panel');
/** Of which the charges are. */
export const panel = first;
const ORIGIN = panel.origin;

export const run = (change: Partial<AdoptionRun> = {}): AdoptionRun => ({
  id: RUN,
  origin: ORIGIN,
  accountId: 'sandbox:11222333000181',
  environment: 'sandbox',
  providerKey: '11222333000181',
  startedAt: Date.now() - 120_000,
  startedOn: day('2026-11-22'),
  finishedAt: Date.now() - 60_000,
  phase: 'done',
  paused: false,
  place: { list: 0, offset: 0, total: null, from: '1' },
  read: { charges: 1_230, invoices: 4_020, payers: 900, customers: 870 },
  failure: null,
  nextAt: null,
  ...change,
});

/** One charge of the comparison, by its last digit. */
export const row = (number: number, change: Partial<AdoptionRow> = {}): AdoptionRow => ({
  id: `pay_08022591325${number}`,
  kind: 'exact',
  why: null,
  payerId: `cus_00000000000${number}`,
  value: cents(9_990),
  dueDate: day(`2026-12-1${number}`),
  accountId: 'sandbox:11222333000181',
  environment: 'sandbox',
  origin: ORIGIN,
  providerKey: '11222333000181',
  invoiceIds: [`100${number}`],
  customerId: `7${number}`,
  initials: 'MA',
  at: Date.now() - 60_000,
  stage: 'found',
  batch: null,
  undo: null,
  jobId: null,
  linkedAt: null,
  failure: null,
  reasons: [],
  ...change,
});

const of = (state: AdoptionRun, adoptions: readonly AdoptionRow[]): LedgerRows => ({
  meta: [{ key: 'adoption', value: state }],
  adoptions,
});

/** What was linked together. */
export const BATCH = 'cd'.repeat(16);
const linked = { stage: 'linked', batch: BATCH, linkedAt: Date.now() } as const;
const every = [
  row(0),
  row(1),
  row(2, { kind: 'ambiguous', invoiceIds: ['1002', '1012'] }),
  row(3, { kind: 'excluded', why: 'foreign-reference' }),
  row(4, { kind: 'excluded', why: 'payer-of-other' }),
  row(5, { kind: 'unmatched', invoiceIds: [], customerId: null, initials: '' }),
  row(6, linked),
  row(7, { ...linked, stage: 'kept', failure: { code: 'unlink-paid' } }),
  row(8, { stage: 'stopped', reasons: ['payer-ambiguous'] }),
  row(9, { stage: 'undone' }),
];

/** What the section may have to show. */
export const adoptionStories: Readonly<Record<string, LedgerRows>> = {
  before: {},
  reading: of(run({ phase: 'invoices', finishedAt: null }), []),
  failed: of(
    run({
      phase: 'payers',
      finishedAt: null,
      paused: true,
      failure: { code: 'asaas-key-powerless' },
    }),
    [],
  ),
  compared: of(run(), every),
  'under-way': of(run(), [
    row(0, { stage: 'linking', batch: BATCH }),
    row(1, { stage: 'asked', batch: BATCH }),
  ]),
};
