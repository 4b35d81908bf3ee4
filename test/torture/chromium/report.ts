import type { Invoice, World } from '../../e2e/harness/world.ts';
import type { BrowserVerdict } from './judge-world.ts';
import type { SentAll } from './send-all.ts';

interface BrowserOutcome {
  readonly world: World;
  readonly invoices: readonly Invoice[];
  readonly states: readonly SentAll[];
  /** Invoices that were confirmed only once no worker was killed any more. */
  readonly inPeace: number;
  readonly verdict: BrowserVerdict;
  readonly struck: readonly (readonly [string, number])[];
}

/** Everything that a run in browsers has to say, for people. */
export function reportOf({
  world,
  invoices,
  states,
  inPeace,
  verdict,
  struck,
}: BrowserOutcome): string {
  const asked = world.asaas.control.requests();
  const posts = asked.filter(({ method, path }) => method === 'POST' && path === '/v3/payments');
  const sum = (of: (state: SentAll) => number) => states.reduce((all, each) => all + of(each), 0);
  const per = (count: number) => (count / invoices.length).toFixed(2);
  return [
    'What befell the browsers',
    row(
      'workers killed',
      sum(({ kills }) => kills),
    ),
    row(
      'drawers that were opened again',
      sum(({ again }) => again),
    ),
    row(
      'sendings given up',
      sum(({ givenUp }) => givenUp),
    ),
    row('invoices left for after the kills', inPeace),
    'Faults, and how often each struck',
    ...struck.map(([name, times]) => row(name, times)),
    'How it ended',
    ...[...verdict.ends]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, times]) => row(name, times)),
    `requests to Asaas per invoice: ${per(asked.length)}, sweeps included, of which ${per(posts.length)} creations`,
    `audit chains: ${verdict.chains.all} in 2 profiles, ${verdict.chains.lines} lines`,
    ...verdict.breaches.map(
      ({ rule, invoiceId, detail }) => `${rule}, invoice ${invoiceId ?? '—'}: ${detail}`,
    ),
  ].join('\n');
}

function row(name: string, times: number): string {
  return `  ${name.padEnd(44)} ${String(times).padStart(5)}`;
}
