import { Dexie, type IndexableType, type Table } from 'dexie';
import { livenessOf } from '../billing/status.ts';
import type { Settings } from '../settings/settings.ts';
import { dropComparison } from './adoption-staged.ts';
import { chargesOf } from './charges.ts';
import type { LedgerDatabase } from './database.ts';
import { keptKey, providerKeysOf } from './provider-keys.ts';
import type { JobRow } from './rows.ts';

const DAY = 86_400_000;
/** `news`: what happened stays in sight. `history`: a year's business, and a month to look back at it. Days. */
export const KEPT_DAYS = { news: 90, history: 396 } as const;
const NEWS_KEPT = KEPT_DAYS.news * DAY;
const LINK_KEPT = 7 * DAY;
const COMPARISON_KEPT = 30 * DAY;
const HISTORY_KEPT = KEPT_DAYS.history * DAY;

export interface House {
  readonly ledger: LedgerDatabase;
  readonly settings: Pick<Settings, 'panels'>;
  /** ms since the epoch. */
  readonly now: number;
}

/** The last key of a page; null: before the first one, or after the last. */
export type PageKey = IndexableType | null;

/** Removes what is over among the `size` rows after a key, and gives the last key it looked at. */
export type RetentionRule = (house: House, after: PageKey, size: number) => Promise<PageKey>;

/**
 * How long each table keeps what it holds. What is not named is kept for good: charges and jobs under
 * way (without them an invoice could be charged twice), alerts and the audit.
 *
 * | table | until |
 * |---|---|
 * | happenings | 90 days |
 * | codes | their charge can no longer be paid |
 * | jobs | 13 months after they began, once over |
 * | the page on which a payer asks for a boleto's money (`link` of an act) | 7 days, or the refund is over |
 * | invoices | 13 months after they were last read, unless they have a charge |
 * | receipts | 13 months after they were last seen |
 * | messages | 13 months after they were written |
 * | adoptions | 13 months after they were compared |
 * | adoptionSeen | its comparison is over, or was begun 30 days ago |
 * | noticeItems | 90 days after their run was last written, once it is over, or it is gone |
 */
export const RETENTION: readonly RetentionRule[] = [
  sweeping(
    ({ happenings }) => happenings,
    ({ now }, { at }) => at < now - NEWS_KEPT,
  ),
  sweeping(
    ({ codes }) => codes,
    () => true,
    async ({ ledger }, { chargeId }) => {
      const charge = await ledger.charges.get(chargeId);
      return charge !== undefined && livenessOf(charge) === 'live';
    },
  ),
  sweeping(
    ({ jobs }) => jobs,
    ({ now }, { activeKey, createdAt }) =>
      activeKey === undefined && createdAt < now - HISTORY_KEPT,
    // Where no key was confirmed, the jobs are what tells under which one its invoices were charged.
    async ({ ledger }, { origin }) => (await keptKey(ledger, origin)) === null,
    withoutOldLink,
  ),
  sweeping(
    ({ invoices }) => invoices,
    ({ now }, { readAt }) => readAt < now - HISTORY_KEPT,
    async (house, { origin, id }) => {
      const keys = await providerKeysOf(house.ledger, house.settings, origin);
      // Without a key nobody can tell whether the invoice has a charge.
      return keys.length === 0 || (await chargesOf(house.ledger, keys, id)).length > 0;
    },
  ),
  sweeping(
    ({ receipts }) => receipts,
    ({ now }, { seenAt }) => seenAt < now - HISTORY_KEPT,
  ),
  sweeping(
    ({ messages }) => messages,
    ({ now }, { at }) => at < now - HISTORY_KEPT,
  ),
  sweeping(
    ({ adoptions }) => adoptions,
    ({ now }, { at }) => at < now - HISTORY_KEPT,
  ),
  sweeping(
    ({ noticeItems }) => noticeItems,
    () => true,
    async ({ ledger, now }, { jobId }) => {
      const run = await ledger.jobs.get(jobId);
      if (run === undefined) return false;
      return run.activeKey !== undefined || (run.writtenAt ?? run.createdAt) >= now - NEWS_KEPT;
    },
  ),
  async ({ ledger, now }) => {
    await dropComparison(ledger, now - COMPARISON_KEPT);
    return null;
  },
];

/** While a charge has one of these, its payer may still have to say where the money goes. */
const AWAITING_PAYER = /^(RECEIVED|CONFIRMED|REFUND_REQUESTED)$/;

/** Whoever has the page may name an account of their own: it is kept no longer than its payer needs it. */
async function withoutOldLink({ ledger, now }: House, job: JobRow): Promise<JobRow | null> {
  if (job.kind !== 'act' || job.link === null) return null;
  const charge = await ledger.charges.get(job.targetId);
  const isOver = charge !== undefined && !AWAITING_PAYER.test(charge.status);
  return isOver || job.createdAt < now - LINK_KEPT ? { ...job, link: null } : null;
}

/** Every row is looked at in the transaction that removes it, or a part of it: what needs it cannot come up between. */
function sweeping<T, K, I>(
  tableOf: (ledger: LedgerDatabase) => Table<T, K, I>,
  isOld: (house: House, row: T) => boolean,
  isNeeded?: (house: House, row: T) => Promise<boolean>,
  lightened?: (house: House, row: T) => Promise<(T & I) | null>,
): RetentionRule {
  return (house, after, size) => {
    const { ledger } = house;
    const table = tableOf(ledger);
    const { charges, jobs, meta } = ledger;
    return ledger.transaction('rw', table, charges, jobs, meta, async () => {
      const page = table
        .where(':id')
        .above(after ?? Dexie.minKey)
        .limit(size);
      const [rows, keys] = [await page.toArray(), await page.primaryKeys()];
      const over: K[] = [];
      for (const [index, key] of keys.entries()) {
        const row = rows[index];
        if (row === undefined) continue;
        if (!isOld(house, row)) {
          const less = await lightened?.(house, row);
          if (less) await table.put(less);
          continue;
        }
        if (!isNeeded || !(await isNeeded(house, row))) over.push(key);
      }
      await table.bulkDelete(over);
      return keys.length < size ? null : ((keys.at(-1) as PageKey | undefined) ?? null);
    });
  };
}
