import type { AsaasClient, ChargeFilter } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { livenessOf } from '../../billing/status.ts';
import { chargeRow, putCharge } from '../../ledger/charges.ts';
import type { Charge } from '../../billing/charge.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { SWEEPS, type Sweep } from './sweeps.ts';

const PAGE = 100;
/** A list longer than this is left unfinished and tried again at the next turn. */
const MAX_PAGES = 50;
/** Charges asked for by id after one sweep, at most. */
const MAX_MISSING = 20;
/** A panel that asked this recently counts as being looked at. ms. */
const WATCHED = 5 * 60_000;

export interface Sync {
  /** Runs the sweeps that are due. Failures are left for the next turn: a reading changes nothing. */
  readonly run: () => Promise<void>;
  /** Somebody looks at a panel. */
  readonly noticed: () => void;
}

/** Keeps the ledger's charges true by reading lists, never one charge at a time. */
export function createSync(ports: EnginePorts): Sync {
  let watchedAt = 0;
  let running: Promise<void> | null = null;

  async function sweepAll(): Promise<void> {
    const { accounts } = await ports.readSettings();
    for (const account of accounts) {
      const client = await ports.asaas(account);
      if (!client.ok) continue;
      for (const sweep of SWEEPS) {
        if (await isDue(account, sweep)) await runSweep(client.value, account, sweep);
      }
    }
  }

  async function isDue(account: AccountSettings, sweep: Sweep): Promise<boolean> {
    const last = (await ports.ledger.meta.get(key(account, sweep)))?.value;
    const every = ports.now() - watchedAt < WATCHED ? sweep.every.watched : sweep.every.idle;
    return typeof last !== 'number' || ports.now() - last >= every;
  }

  async function runSweep(
    client: AsaasClient,
    account: AccountSettings,
    sweep: Sweep,
  ): Promise<void> {
    const startedAt = ports.now();
    const seen = new Set<string>();
    for (const filter of sweep.filters(todayInSaoPaulo(ports.clock.now()))) {
      if (!(await readList(client, filter, seen))) return;
    }
    if (sweep.exhaustive) await readAbsent(client, account, seen, startedAt);
    await ports.ledger.meta.put({ key: key(account, sweep), value: startedAt });
  }

  async function readList(
    client: AsaasClient,
    filter: ChargeFilter,
    seen: Set<string>,
  ): Promise<boolean> {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const seenAt = ports.now();
      const answer = await client.listCharges(filter, { offset: page * PAGE, limit: PAGE });
      if (!answer.ok) return false;
      for (const charge of answer.value.items) {
        seen.add(charge.id);
        await keep(charge, seenAt);
      }
      if (!answer.value.hasMore) return true;
    }
    return false;
  }

  /** A charge that left the open lists was paid, deleted or pushed to a page already read: ask for it. */
  async function readAbsent(
    client: AsaasClient,
    account: AccountSettings,
    seen: ReadonlySet<string>,
    startedAt: number,
  ): Promise<void> {
    const rows = await ports.ledger.charges.where('accountId').equals(account.id).toArray();
    const absent = rows.filter(
      (row) => livenessOf(row) === 'live' && !seen.has(row.id) && row.seenAt < startedAt,
    );
    for (const row of absent.slice(0, MAX_MISSING)) {
      const answer = await client.getCharge(row.id);
      if (answer.ok) await keep(answer.value, ports.now());
    }
  }

  async function keep(charge: Charge, seenAt: number): Promise<void> {
    const row = chargeRow(charge, seenAt);
    if (row === null) return;
    const known = await ports.ledger.charges.get(row.id);
    const kept = await putCharge(ports.ledger, row);
    if (kept && differs(known, row)) ports.events.changed(row);
  }

  return {
    run: () => {
      running ??= sweepAll().finally(() => {
        running = null;
      });
      return running;
    },
    noticed: () => {
      watchedAt = ports.now();
    },
  };
}

function differs(known: Charge | undefined, read: Charge): boolean {
  return (
    known?.status !== read.status ||
    known.deleted !== read.deleted ||
    known.value !== read.value ||
    known.dueDate !== read.dueDate
  );
}

function key(account: AccountSettings, sweep: Sweep): string {
  return `sweep:${account.id}:${sweep.name}`;
}
