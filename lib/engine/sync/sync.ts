import type { AsaasClient, AsaasFailure } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import type { Charge } from '../../billing/charge.ts';
import { standingCharges } from '../../billing/standing.ts';
import { chargeRow, chargesOf, environmentOf, putCharge } from '../../ledger/charges.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { verifyAgain } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';
import { readAbsent } from './read-absent.ts';
import { readSweep } from './read-sweep.ts';
import { SWEEPS, type Sweep } from './sweeps.ts';

/** A panel that asked this recently counts as being looked at. ms. */
const WATCHED = 5 * 60_000;
/** After a failed reading the account is left alone for this long, or as long as Asaas says. ms. */
const PAUSE = 5 * 60_000;
/** No pause is longer (the quota runs over 12 hours): beyond it a clock was wrong. ms. */
const LONGEST_PAUSE = 13 * 60 * 60_000;

export interface Sync {
  /** Runs the sweeps that are due. Failures are left for later: a reading changes nothing. */
  readonly run: () => Promise<void>;
  /** Somebody looks at a panel. */
  readonly noticed: () => void;
}

/** Keeps the ledger's charges true by reading lists, never one charge at a time. */
export function createSync(ports: EnginePorts): Sync {
  const { ledger } = ports;
  let watchedAt = 0;
  let running: Promise<void> | null = null;

  async function sweepAll(): Promise<void> {
    const { accounts } = await ports.readSettings();
    for (const account of accounts) {
      const client = await ports.asaas(account);
      if (!client.ok || (await isPaused(account))) continue;
      for (const sweep of SWEEPS) {
        if (!(await isDue(account, sweep))) continue;
        const failure = await runSweep(client.value, account, sweep);
        if (failure) {
          await pause(account, failure);
          break;
        }
      }
    }
  }

  async function isDue(account: AccountSettings, sweep: Sweep): Promise<boolean> {
    const last = await readTime(key(account, sweep));
    const every = ports.now() - watchedAt < WATCHED ? sweep.every.watched : sweep.every.idle;
    return last === null || ports.now() - last >= every || last > ports.now();
  }

  async function isPaused(account: AccountSettings): Promise<boolean> {
    const until = await readTime(`sweep-pause:${account.id}`);
    return until !== null && until > ports.now() && until <= ports.now() + LONGEST_PAUSE;
  }

  async function pause(account: AccountSettings, failure: AsaasFailure): Promise<void> {
    const asked = failure.kind === 'rate-limited' ? (failure.retryAfterMs ?? 0) : 0;
    const value = ports.now() + Math.min(Math.max(asked, PAUSE), LONGEST_PAUSE);
    await ledger.meta.put({ key: `sweep-pause:${account.id}`, value });
  }

  async function runSweep(
    client: AsaasClient,
    account: AccountSettings,
    sweep: Sweep,
  ): Promise<AsaasFailure | null> {
    const startedAt = ports.now();
    const seen = new Set<string>();
    const keepAll = async (charges: readonly Charge[], seenAt: number) => {
      for (const charge of charges) {
        seen.add(charge.id);
        await keep(charge, seenAt);
      }
    };
    const today = todayInSaoPaulo(ports.clock.now());
    for (const filter of sweep.filters(today)) {
      const list = { key: `${key(account, sweep)}:${JSON.stringify(filter)}`, probe: sweep.probe };
      const failure = await readSweep(ports, client, filter, list, keepAll);
      if (failure) return failure;
    }
    if (sweep.exhaustive) await readAbsent(ports, client, account, seen, startedAt, keep);
    await ledger.meta.put({ key: key(account, sweep), value: startedAt });
    return null;
  }

  async function keep(charge: Charge, seenAt: number): Promise<void> {
    const row = chargeRow(charge, seenAt);
    if (row === null) return;
    const known = await ledger.charges.get(row.id);
    if (!(await putCharge(ledger, row, ports.now())) || !differs(known, row)) return;
    const { providerKey, invoiceId } = row;
    const environment = environmentOf(row.accountId);
    const keys = await keysBeside(providerKey);
    const all = await chargesOf(ledger, keys, invoiceId, environment);
    if (standingCharges(all).length > 1) {
      for (const each of keys) await verifyAgain(ports, each, invoiceId, environment, all);
    }
    ports.events.changed({ providerKey, invoiceId });
  }

  /** The keys of the provider that a key belongs to: two of them may name charges of one invoice. */
  async function keysBeside(providerKey: string): Promise<readonly string[]> {
    const { panels } = await ports.readSettings();
    const all = panels.map((panel) => ownKeys(panel.providerKey, panel.aliases));
    return all.find((keys) => keys.includes(providerKey)) ?? [providerKey];
  }

  async function readTime(name: string): Promise<number | null> {
    const value = (await ledger.meta.get(name))?.value;
    return typeof value === 'number' ? value : null;
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
