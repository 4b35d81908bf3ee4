import { KINDS, type Tally, totalOf } from '../world/asked.ts';
import { chargesOf } from '../world/world.ts';
import type { Outcome } from '../run.ts';
import type { Cost, CostRun } from '../cost.ts';

/** Everything that a run has to say, for people. */
export function reportOf(outcome: Outcome, costs: readonly CostRun[], elapsedMs: number): string {
  const { world, verdict, struck, turns, kills, lasted } = outcome;
  const lines = [
    `seed ${world.seed}, ${world.invoices.length} invoices, 2 browsers, ${hours(lasted)} virtual hours in ${seconds(elapsedMs)} s`,
    '',
    'Faults, and how often each struck',
    ...table([...struck].toSorted(([a], [b]) => a.localeCompare(b))),
    '',
    'What befell the browsers',
    ...table([
      ['workers killed', kills],
      ...[...caughtIn(outcome)].map(([state, times]) => [`  with a job ${state}`, times] as const),
      ['"pausar tudo"', turns.pauses],
      ['vault locked', turns.locks],
      ['clock set wrong', turns.clocks],
      ['ledger restored from a copy', turns.restoredLedgers],
      ['whole profile restored', turns.restoredProfiles],
      ['account switched', turns.switches],
    ]),
    '',
    'What people did',
    ...table([...people(outcome)]),
    '',
    'How it ended, by the emulators',
    ...table([...verdict.ends].toSorted(([a], [b]) => a.localeCompare(b))),
    '',
    'Requests to Asaas per charged invoice',
    ...requests(outcome, costs),
    '',
    `audit chains: ${verdict.chains.all} in 2 browsers, ${verdict.chains.broken} of them broken`,
    verdict.breaches.length === 0
      ? 'ORACLE: one live charge per invoice or a person told why not, none lost, both ledgers as Asaas'
      : `ORACLE: ${verdict.breaches.length} BREACHES`,
  ];
  return lines.join('\n');
}

/** How many kills caught a job, by its state. */
function caughtIn({ browsers }: Outcome): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [state, times] of browsers.flatMap(({ caught }) => [...caught])) {
    all.set(state, (all.get(state) ?? 0) + times);
  }
  return all;
}

function people({ book }: Outcome): readonly (readonly [string, number])[] {
  return [...book.tally()]
    .filter(([name]) => !name.includes(';'))
    .toSorted(([a], [b]) => a.localeCompare(b));
}

/** What the issue of a charge may cost, drawers and sweeps apart. */
const AIM = { clean: 3.05, underFaults: 3.6 } as const;

function requests(outcome: Outcome, costs: readonly CostRun[]): string[] {
  const { asked, counts, invoices } = outcome.world;
  const charged = Math.max(1, invoices.filter((id) => outcome.book.wasConfirmed(id)).length);
  const each = (tally: Tally) => (totalOf(tally) / charged).toFixed(2);
  return [
    ...costs.flatMap(costLines),
    `  under faults, two browsers, several sendings of one invoice, cancelling and closing it: operations ${each(asked.operation)}, drawers ${each(asked.drawer)}, sweeps ${(counts.sweep / charged).toFixed(2)}`,
  ];
}

function costLines({ invoices, how, struck, operation, drawer }: CostRun): string[] {
  const which = invoices === 1 ? 'one alone' : `${invoices} in a row`;
  const [weather, aim] =
    how.oneIn === null
      ? ['clean', AIM.clean]
      : [`one in ${how.oneIn} requests struck (${struck})`, AIM.underFaults];
  return [
    `  ${weather}, known payer, ${which}: operation ${operation.total.toFixed(2)} (aim ${aim}): ${partsOf(operation)}`,
    `    its drawer, before and after: ${drawer.total.toFixed(2)}: ${partsOf(drawer)}`,
  ];
}

function partsOf({ parts }: Cost): string {
  return KINDS.filter((kind) => parts[kind] > 0)
    .map((kind) => `${parts[kind].toFixed(2)} ${kind}`)
    .join(', ');
}

function table(rows: readonly (readonly [string, number])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(6)}`);
}

const hours = (ms: number) => (ms / 3_600_000).toFixed(0);
const seconds = (ms: number) => (ms / 1000).toFixed(0);

/** What is known of one invoice, in the order in which it happened. */
export function historyOf(
  { world, book }: Outcome,
  invoiceId: string,
  audit: readonly { readonly at: number; readonly who: string; readonly what: string }[],
): string {
  const charges = chargesOf(world, invoiceId);
  const ids = new Set(charges.map(({ id }) => id));
  const asked = world.asaas.control.requests().filter(({ reference, path }) => {
    const [named] = /pay_\w+/.exec(path) ?? [];
    return (named !== undefined && ids.has(named)) || isAbout(reference, invoiceId);
  });
  const lines = [
    ...book.of(invoiceId),
    ...audit,
    ...asked.map(({ time, method, path, status, outcome, carriedOutAt }) => ({
      at: time,
      who: 'Asaas',
      what: `${method} ${path} → ${status ?? outcome}${late(time, carriedOutAt)}`,
    })),
    ...charges.map(({ createdAt, id, accountId, status, value, deleted }) => ({
      at: createdAt,
      who: 'Asaas',
      what: `holds ${id} in ${accountId}: ${status} ${value}${deleted ? ', deleted' : ''}`,
    })),
  ];
  return lines
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, who, what }) => `  ${new Date(at).toISOString()}  ${who.padEnd(10)} ${what}`)
    .join('\n');
}

function isAbout(reference: string | null, invoiceId: string): boolean {
  return reference !== null && new RegExp(`^ixc:\\d+:${invoiceId}(:2)?$`).test(reference);
}

function late(asked: number, carriedOutAt: number | null): string {
  const ms = carriedOutAt === null ? 0 : carriedOutAt - asked;
  return ms > 5000 ? `, carried out ${Math.round(ms / 1000)} s later` : '';
}
