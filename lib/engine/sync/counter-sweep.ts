import type { CivilDate } from '../../billing/calendar.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { environmentOf } from '../../ledger/charges.ts';
import { evidenceOf, judgeInvoices } from '../../ledger/invoices.ts';
import { isPaused } from '../../ledger/pause.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { CounterWork } from '../outbox/counter-job.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { consider, type EnqueueCounter, isOfInterest } from './counter-act.ts';
import { forgetAgreed, type Standing } from './counter-agree.ts';
import { brake, type Look } from './counter-brake.ts';
import { type CounterContext, liveCharges, liveInvoices, worthReading } from './counter-charges.ts';
import { tellGone } from './counter-gone.ts';
import { forgetReleased, readReleased } from './counter-released.ts';
import { readTouched, wasMissed } from './counter-reading.ts';
import { type CounterState, readCounter, writeCounter } from './counter-state.ts';
import { jitter } from './jitter.ts';

const MINUTE = 60_000;
/** While somebody looks at a panel, and otherwise. What follows must be done within five minutes. ms. */
const EVERY = { watched: 2.5 * MINUTE, idle: 3 * MINUTE } as const;

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
  // A charge under a key that the panel used before is the same invoice's, and as payable.
  const keys = ownKeys(providerKey, panel.aliases);
  const context = { ports, settings, panel, accounts, keys };
  const askedAt = ports.now();
  const read = await readTouched(client, state, () => worthReading(context), askedAt);
  // The cursor stays: what could not be read now is read next time.
  if (!read.ok) return writeCounter(ledger, origin, { ...state, startedAt: ports.now() });

  const { invoices } = read.value;
  const standings = await standingOf(context, invoices);
  const released = await readReleased(ledger, origin);
  const interesting = new Set([...state.pending, ...released]);
  let next = read.value.state;
  const wasAll = next.allReadAt !== state.allReadAt;
  if (wasAll) {
    const there = new Set(invoices.map(({ id }) => id));
    const live = await liveCharges(context);
    const gone = live.filter(({ invoiceId }) => !there.has(invoiceId));
    await tellGone(ledger, origin, gone, ports.now());
  }
  for (const standing of standings) {
    if (!(await isOfInterest(ports, panel, standing))) continue;
    interesting.add(standing.invoice.id);
    const isNews =
      standing.before !== undefined && standing.before.status !== standing.invoice.status;
    if (wasAll && isNews && wasMissed(standing.invoice, state)) {
      next = { ...next, cursor: null, checkedAt: ports.now() };
    }
  }
  const kept = { held: (state.held ?? []).filter((id) => !released.has(id)), released };
  const earlier = { held: new Set(kept.held), left: new Set(state.pending) };
  const followed = await followUp(context, client, [...interesting], earlier);
  const settled = standings.filter(({ invoice }) => !interesting.has(invoice.id));
  const held = await release(context, kept, followed, settled, enqueue);
  // Of what is held nothing was judged: once a person lets it go, what was known before must speak for it.
  const judged = followed.standings.filter(({ invoice }) => !held.includes(invoice.id));
  await keepReadings(context, settled, askedAt);
  await keepReadings(context, judged, followed.askedAt);
  await forgetReleased(
    ledger,
    origin,
    followed.standings.map(({ invoice }) => invoice.id),
  );
  await forgetAgreed(ports, origin, settled);
  await writeCounter(ledger, origin, { ...next, pending: followed.left, held });
}

interface Followed {
  readonly work: readonly CounterWork[];
  /** What was read once more. */
  readonly standings: readonly Standing[];
  /** Invoices that are held, and about which the same would follow still. */
  readonly stillHeld: ReadonlySet<string>;
  /** When that was asked for, ms. */
  readonly askedAt: number;
  /** Invoices that are left for the next time. */
  readonly left: readonly string[];
}

/** Reads the invoices once more, and finds what is to be done. */
async function followUp(
  context: CounterContext,
  client: IxcClient,
  ids: readonly string[],
  earlier: Readonly<Record<'held' | 'left', ReadonlySet<string>>>,
): Promise<Followed> {
  const { ports } = context;
  const askedAt = ports.now();
  const stillHeld = new Set<string>();
  const nothing = { work: [], standings: [], stillHeld, askedAt, left: ids };
  if (ids.length === 0 || (await isPaused(ports.ledger))) return nothing;
  const fresh = await client.invoices(ids);
  if (!fresh.ok) return nothing;
  const work: CounterWork[] = [];
  const done: Standing[] = [];
  const left: string[] = [];
  for (const standing of await standingOf(context, fresh.value)) {
    const { id } = standing.invoice;
    const before = { isHeld: earlier.held.has(id), isLeft: earlier.left.has(id) };
    const next = await consider(ports, context, standing, before);
    if (next === 'later') left.push(id);
    else done.push(standing);
    if (next === 'held') stillHeld.add(id);
    else if (next !== null && next !== 'later') work.push(next);
  }
  return { work, standings: done, stillHeld, askedAt, left };
}

/** Hands over what may be done. Gives the invoices about which nothing is done for being too many. */
async function release(
  context: CounterContext,
  { held, released }: Pick<Look, 'held' | 'released'>,
  { work, standings, stillHeld }: Followed,
  settled: readonly Standing[],
  enqueue: EnqueueCounter,
): Promise<readonly string[]> {
  const { ports, panel, accounts } = context;
  if (work.length === 0 && held.length === 0 && released.size === 0) return held;
  const read = new Set([...standings, ...settled].map(({ invoice }) => invoice.id));
  const live = await liveInvoices(context);
  const known = { work, held, stillHeld, released, live, read };
  const look = await brake(ports, panel, accounts[0]?.id ?? '', known);
  for (const each of look.work) await enqueue(ports, each);
  return look.held;
}

/** Invoices with charges of this provider, in these accounts. */
async function standingOf(
  { ports, panel, accounts, keys }: CounterContext,
  invoices: readonly Invoice[],
): Promise<readonly Standing[]> {
  if (invoices.length === 0) return [];
  const { ledger } = ports;
  const ids = invoices.map(({ id }) => id);
  const charges = new Map<string, ChargeRow[]>();
  const found = await ledger.charges
    .where('[providerKey+invoiceId]')
    .anyOf(keys.flatMap((key) => ids.map((id): [string, string] => [key, id])))
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
  { ports, panel, keys: [providerKey = ''] }: CounterContext,
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

function isDue({ startedAt }: CounterState, watched: boolean, ports: EnginePorts): boolean {
  if (startedAt === null || startedAt > ports.now()) return true;
  const every = watched ? EVERY.watched : EVERY.idle;
  const late = every * (1 + jitter(ports.installationId, 'counter') / 12);
  return ports.now() - startedAt >= late;
}
