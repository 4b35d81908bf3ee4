import { type CivilDate, todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import { environmentOf } from '../../ledger/charges.ts';
import { evidenceOf, judgeInvoices } from '../../ledger/invoices.ts';
import { isPaused } from '../../ledger/pause.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';
import type { CounterWork } from '../outbox/counter-job.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { consider, type EnqueueCounter, isOfInterest } from './counter-act.ts';
import { forgetAgreed, type Standing } from './counter-agree.ts';
import { brake } from './counter-brake.ts';
import { readTouched, wasMissed } from './counter-reading.ts';
import { type CounterState, readCounter, writeCounter } from './counter-state.ts';
import { jitter } from './jitter.ts';
import { chargesIn } from './read-absent.ts';

const MINUTE = 60_000;
/** While somebody looks at a panel, and otherwise. What follows must be done within five minutes. ms. */
const EVERY = { watched: 2.5 * MINUTE, idle: 3 * MINUTE } as const;
/** A charge that was closed in cash or cancelled is looked at for so long, in case that is undone. ms. */
const UNDOING = 7 * 24 * 60 * MINUTE;

export interface CounterTurn {
  readonly watched: boolean;
  readonly now: boolean;
  readonly enqueue: EnqueueCounter;
}

/**
 * Looks at what the counter did in IXC, and hands what must follow at Asaas to the outbox. Needs a source
 * that can list; while everything is paused it reads on and remembers.
 */
export async function sweepCounter(
  ports: EnginePorts,
  panel: PanelSettings,
  { watched, now, enqueue }: CounterTurn,
): Promise<void> {
  const { ledger } = ports;
  const { origin, providerKey } = panel;
  if (providerKey === null || panel.billsByFatura) return;
  const state = await readCounter(ledger, origin);
  if (!now && !isDue(state, watched, ports)) return;
  const reader = await ports.ixc(origin);
  if (!reader.ok || reader.value.source === 'hand' || reader.value.source === 'session') return;
  const settings = await ports.readSettings();
  const environment = panelEnvironment(settings, panel);
  const accounts = settings.accounts.filter((each) => each.environment === environment);
  if (accounts.length === 0) return;

  const { client } = reader.value;
  const context = { ports, settings, panel, accounts, providerKey };
  const askedAt = ports.now();
  const read = await readTouched(client, state, () => worthReading(context), askedAt);
  // The cursor stays: what could not be read now is read next time.
  if (!read.ok) return writeCounter(ledger, origin, { ...state, startedAt: ports.now() });

  const { invoices } = read.value;
  const standings = await standingOf(context, invoices);
  const interesting = new Set(state.pending);
  let next = read.value.state;
  for (const standing of standings) {
    if (!(await isOfInterest(ports, panel, standing))) continue;
    interesting.add(standing.invoice.id);
    const isNews =
      standing.before !== undefined && standing.before.status !== standing.invoice.status;
    const wasAll = next.allReadAt !== state.allReadAt;
    if (wasAll && isNews && wasMissed(standing.invoice, state)) {
      next = { ...next, cursor: null, checkedAt: ports.now() };
    }
  }
  const followed = await followUp(context, client, [...interesting]);
  const settled = standings.filter(({ invoice }) => !interesting.has(invoice.id));
  const held = await release(context, state.held ?? [], followed, settled, enqueue);
  await keepReadings(context, settled, askedAt);
  await keepReadings(context, followed.standings, followed.askedAt);
  await forgetAgreed(ports, origin, settled);
  await writeCounter(ledger, origin, { ...next, pending: followed.left, held });
}

interface Context {
  readonly ports: EnginePorts;
  readonly settings: Settings;
  readonly panel: PanelSettings;
  readonly accounts: readonly AccountSettings[];
  readonly providerKey: string;
}

interface Followed {
  readonly work: readonly CounterWork[];
  /** What was read once more. */
  readonly standings: readonly Standing[];
  /** When that was asked for, ms. */
  readonly askedAt: number;
  /** Invoices that are left for the next time. */
  readonly left: readonly string[];
}

/** Reads the invoices once more, and finds what is to be done. */
async function followUp(
  context: Context,
  client: IxcClient,
  ids: readonly string[],
): Promise<Followed> {
  const { ports } = context;
  const askedAt = ports.now();
  const nothing = { work: [], standings: [], askedAt, left: ids };
  if (ids.length === 0 || (await isPaused(ports.ledger))) return nothing;
  const fresh = await client.invoices(ids);
  if (!fresh.ok) return nothing;
  const work: CounterWork[] = [];
  const done: Standing[] = [];
  const left: string[] = [];
  for (const standing of await standingOf(context, fresh.value)) {
    const next = await consider(ports, context, standing);
    if (next === 'later') left.push(standing.invoice.id);
    else done.push(standing);
    if (next !== null && next !== 'later') work.push(next);
  }
  return { work, standings: done, askedAt, left };
}

/** Hands over what may be done. Gives the invoices about which nothing is done for being too many. */
async function release(
  context: Context,
  held: readonly string[],
  { work, standings }: Followed,
  settled: readonly Standing[],
  enqueue: EnqueueCounter,
): Promise<readonly string[]> {
  const { ports, panel, accounts } = context;
  if (work.length === 0 && held.length === 0) return held;
  const read = new Set([...standings, ...settled].map(({ invoice }) => invoice.id));
  const live = await liveInvoices(context);
  const look = await brake(ports, panel, accounts[0]?.id ?? '', { work, held, live, read });
  for (const each of look.work) await enqueue(ports, each);
  return look.held;
}

/** Invoices with charges of this provider, in these accounts. */
async function standingOf(
  { ports, panel, accounts, providerKey }: Context,
  invoices: readonly Invoice[],
): Promise<readonly Standing[]> {
  if (invoices.length === 0) return [];
  const { ledger } = ports;
  const ids = invoices.map(({ id }) => id);
  const charges = new Map<string, ChargeRow[]>();
  const found = await ledger.charges
    .where('[providerKey+invoiceId]')
    .anyOf(ids.map((id): [string, string] => [providerKey, id]))
    .toArray();
  for (const charge of found) {
    if (environmentOf(charge.accountId) !== accounts[0]?.environment) continue;
    charges.set(charge.invoiceId, [...(charges.get(charge.invoiceId) ?? []), charge]);
  }
  const rows = await ledger.invoices.bulkGet(ids.map((id): [string, string] => [panel.origin, id]));
  return invoices.flatMap((invoice, at) => {
    const own = charges.get(invoice.id);
    const row = rows[at];
    return own ? [{ invoice, before: row && evidenceOf(row), charges: own }] : [];
  });
}

/** From now on these are what was known before. `readAt`: when they were asked for, ms. */
async function keepReadings(
  { ports, panel, providerKey }: Context,
  standings: readonly Standing[],
  readAt: number,
): Promise<void> {
  if (standings.length === 0) return;
  const judged = standings.map(({ invoice, charges }) => ({
    row: { ...invoice, origin: panel.origin, readAt },
    chargedOn: latestOf(charges),
  }));
  const shown = await judgeInvoices(ports.ledger, judged, ports.now());
  for (const { id } of shown) ports.events.changed({ providerKey, invoiceId: id });
}

/** The day on which the newest of them was made. */
function latestOf(charges: readonly ChargeRow[]): CivilDate | null {
  return (
    charges
      .map(({ createdOn }) => createdOn)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Ids of the invoices whose charges can still be paid. */
function liveInvoices(context: Context): Promise<readonly string[]> {
  return invoicesOf(context, ['PENDING', 'OVERDUE'], ({ deleted }) => !deleted);
}

/** And of those that were closed in cash, or cancelled, not long ago. */
async function worthReading(context: Context): Promise<readonly string[]> {
  const since = todayInSaoPaulo(context.ports.clock.now() - UNDOING);
  const live = await liveInvoices(context);
  const closed = await invoicesOf(
    context,
    ['RECEIVED_IN_CASH'],
    ({ paymentDate, deleted }) => !deleted && paymentDate !== null && paymentDate >= since,
  );
  const cancelled = await invoicesOf(
    context,
    ['PENDING', 'OVERDUE'],
    ({ deleted, seenAt }) => deleted && todayInSaoPaulo(seenAt) >= since,
  );
  return [...new Set([...live, ...closed, ...cancelled])];
}

async function invoicesOf(
  { ports: { ledger }, accounts, providerKey }: Context,
  statuses: readonly string[],
  isMeant: (row: ChargeRow) => boolean,
): Promise<readonly string[]> {
  const found = accounts.map(({ id }) => chargesIn(ledger, id, statuses));
  const rows = (await Promise.all(found)).flat();
  const own = rows.filter((row) => row.providerKey === providerKey && isMeant(row));
  return [...new Set(own.map(({ invoiceId }) => invoiceId))];
}

function isDue({ startedAt }: CounterState, watched: boolean, ports: EnginePorts): boolean {
  if (startedAt === null || startedAt > ports.now()) return true;
  const every = watched ? EVERY.watched : EVERY.idle;
  const late = every * (1 + jitter(ports.installationId, 'counter') / 12);
  return ports.now() - startedAt >= late;
}
