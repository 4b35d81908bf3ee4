import { auditEnd } from '../../ledger/audit-chains.ts';
import { openAlerts } from '../../ledger/alerts.ts';
import { lastHappenings } from '../../ledger/happenings.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AlertRow } from '../../ledger/rows.ts';
import { canonicalJson } from '../../billing/canonical.ts';
import type { NoticeKind } from '../../settings/settings.ts';

/** What the operating system shows of one kind. */
export interface Shown {
  /** Of charges, jobs or alerts, as in `due`. */
  readonly ids: readonly string[];
  /** When, ms since the epoch. */
  readonly at: number;
  /** A customer's name is in it, which must go when names may not be shown any more. */
  readonly named?: boolean;
}

/**
 * How far the ledger was looked through for what is to be told, and what of it is still to be: one row, so
 * that each step is one write. What is `due` is on disk before it is shown, and stays until it was.
 */
export interface NoticeState {
  /** Whose audit `audit` is a place of. */
  readonly installationId: string;
  /** The last happening and the last audit line that were looked at. */
  readonly happening: number;
  readonly audit: number;
  /** Open alerts that were looked at, by their id, with what they said. */
  readonly alerts: Readonly<Record<string, string>>;
  /** Accounts whose payments were read once: what is new in them since is news. */
  readonly accounts: readonly string[];
  readonly due: Readonly<Record<NoticeKind, readonly string[]>>;
  readonly shown: Readonly<Record<NoticeKind, Shown | null>>;
}

const KEY = 'notices';

export async function readNoticeState({ meta }: LedgerDatabase): Promise<NoticeState | null> {
  return ((await meta.get(KEY))?.value as NoticeState | undefined) ?? null;
}

export async function writeNoticeState(
  { meta }: LedgerDatabase,
  state: NoticeState,
): Promise<void> {
  await meta.put({ key: KEY, value: state });
}

/** A state that has seen whatever there is, and has nothing to tell: where the first look begins. */
export async function fromNowOn(
  ledger: LedgerDatabase,
  installationId: string,
): Promise<NoticeState> {
  const [last] = await lastHappenings(ledger, 1);
  const alerts = await openAlerts(ledger);
  return {
    installationId,
    happening: last?.id ?? 0,
    audit: await auditEnd(ledger, installationId),
    alerts: Object.fromEntries(alerts.map((alert) => [alert.id, sayingOf(alert)])),
    accounts: [],
    due: { received: [], overdue: [], blocked: [], 'paid-twice': [], 'key-lapse': [] },
    shown: { received: null, overdue: null, blocked: null, 'paid-twice': null, 'key-lapse': null },
  };
}

/** What an alert says, so that one that says something else is told again. */
export function sayingOf({ chargeIds, detail }: Pick<AlertRow, 'chargeIds' | 'detail'>): string {
  return canonicalJson([chargeIds.toSorted(), detail]);
}

/** Alerts that an import brings are no news. Runs in its transaction, which `meta` and `alerts` belong to. */
export async function settleAlerts(ledger: LedgerDatabase): Promise<void> {
  const state = await readNoticeState(ledger);
  if (state === null) return;
  const alerts = await openAlerts(ledger);
  const known = Object.fromEntries(alerts.map((alert) => [alert.id, sayingOf(alert)]));
  await writeNoticeState(ledger, { ...state, alerts: { ...known, ...state.alerts } });
}
