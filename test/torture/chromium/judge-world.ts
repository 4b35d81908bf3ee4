import type { Invoice, World } from '../../e2e/harness/world.ts';
import { forbiddenIn } from '../oracle/permitted.ts';
import type { Breach, Counts } from '../oracle/verdict.ts';
import { updateNow, verifyAudit } from './ask-worker.ts';
import { judgeCharges } from './judge-charges.ts';
import { judgeLedgers } from './judge-ledgers.ts';
import { outlast } from './outlast.ts';
import type { Profile } from './profile.ts';
import { readLedger } from './read-ledger.ts';

export interface BrowserVerdict {
  readonly breaches: readonly Breach[];
  readonly ends: Counts;
  /** Audit chains of both profiles, and their lines. */
  readonly chains: { readonly all: number; readonly lines: number };
}

/** Waits until both outboxes came to their end, and compares everything with the emulators themselves. */
export async function judgeWorld(
  world: World,
  profiles: readonly Profile[],
  invoices: readonly Invoice[],
  say: (text: string) => void,
): Promise<BrowserVerdict> {
  await outlast(profiles, say);
  // What the other browser made since the last sweep.
  for (const profile of profiles) await updateNow(profile);
  const ledgers = await Promise.all(profiles.map(readLedger));
  const audits = await Promise.all(profiles.map(verifyAudit));
  const chains = audits.flatMap(({ installations }) => installations);
  const ends: Counts = new Map();
  const told = (rule: string, details: readonly string[]): Breach[] =>
    details.map((detail) => ({ rule, invoiceId: null, detail }));
  const breaches = [
    ...judgeCharges(world, ledgers, invoices, ends),
    ...judgeLedgers(world, ledgers, ends),
    ...told(
      'broken audit',
      chains.filter(({ brokenAt }) => brokenAt !== null).map(({ id }) => id),
    ),
    ...told(
      'no audit at all',
      audits.some(({ installations }) => installations.every(({ lines }) => lines === 0))
        ? ['a profile without a line']
        : [],
    ),
    ...told('forbidden request to Asaas', forbiddenIn(world.asaas.control.requests())),
    ...told(
      'something was written to IXC',
      world.ixc.control.writes().map(({ method, path }) => `${method} ${path}`),
    ),
  ];
  const lines = chains.reduce((sum, chain) => sum + chain.lines, 0);
  return { breaches, ends, chains: { all: chains.length, lines } };
}
