import { ok, type Result } from '../../billing/result.ts';
import {
  ADOPTION_PHASES,
  type AdoptionPhase,
  type AdoptionRun,
  readAdoptionRun,
  writeAdoptionRun,
} from '../../ledger/adoption-run.ts';
import type { FailureView } from '../../messages/failure.ts';
import { jobKeys } from '../outbox/job-keys.ts';
import { pauseAfter } from '../outbox/schedule.ts';
import { compare } from './compare.ts';
import type { AdoptionPorts } from './ports.ts';
import { readCharges } from './read-charges.ts';
import { readCustomers, readInvoices } from './read-invoices.ts';
import { readPayers } from './read-payers.ts';
import { type Reading, type Step, stopped } from './reading.ts';
import { replaceRows } from './replace-rows.ts';

export const BEGINNING = { list: 0, offset: 0, total: null, from: '1' } as const;

/** After a failure that passes. ms. */
const PATIENCE = 30_000;

/** Whether there is anything to read now. */
function isReading(run: AdoptionRun | null, now: number): run is AdoptionRun {
  return run !== null && run.phase !== 'done' && !run.paused && (run.nextAt ?? 0) <= now;
}

/**
 * One request of the comparison under way, and its checkpoint. False when there is nothing more to do now.
 * Changes nothing at Asaas or in IXC.
 */
export async function advanceRun(ports: AdoptionPorts): Promise<boolean> {
  const { engine } = ports;
  const run = await readAdoptionRun(engine.ledger);
  if (!isReading(run, engine.now())) return false;
  const reading = await readingOf(ports, run);
  if (!reading.ok) {
    await checkpoint(ports, run, stopped(reading.error));
    return false;
  }
  if (run.phase === 'match') return finish(ports, reading.value);
  const step = await readOf(run.phase)(reading.value);
  return (await checkpoint(ports, run, step)) && step.kind !== 'failed';
}

function readOf(phase: AdoptionPhase): (reading: Reading) => Promise<Step> {
  switch (phase) {
    case 'charges':
      return readCharges;
    case 'invoices':
      return readInvoices;
    case 'payers':
      return readPayers;
    case 'customers':
      return readCustomers;
    case 'match':
    case 'done':
      return () => Promise.resolve({ kind: 'ended' });
  }
}

async function readingOf(
  { engine, tagKey }: AdoptionPorts,
  run: AdoptionRun,
): Promise<Result<Reading, FailureView>> {
  const settings = await engine.readSettings();
  const panel = settings.panels.find(({ origin }) => origin === run.origin);
  const account = settings.accounts.find(({ id }) => id === run.accountId);
  if (panel?.providerKey !== run.providerKey)
    return { ok: false, error: { code: 'panel-unknown' } };
  if (!account) return { ok: false, error: { code: 'no-account' } };
  const asaas = await engine.asaas(account, 'job');
  if (!asaas.ok) return asaas;
  const key = await tagKey();
  if (!key.ok) return key;
  const keys = jobKeys(settings, run);
  return ok({
    ...{ ports: engine, run, settings, panel, keys },
    asaas: asaas.value,
    tagKey: key.value,
  });
}

/**
 * Writes what a step brought with the place to go on from, together or not at all. A person may have paused
 * it meanwhile, which stays; or begun another one, and then nothing is written.
 */
async function checkpoint(
  { engine }: AdoptionPorts,
  run: AdoptionRun,
  step: Step,
): Promise<boolean> {
  const { ledger } = engine;
  return ledger.transaction('rw', ledger.meta, ledger.adoptionSeen, async () => {
    const current = await readAdoptionRun(ledger);
    if (current?.id !== run.id || current.phase !== run.phase) return false;
    if (step.kind === 'read') await ledger.adoptionSeen.bulkPut([...step.seen]);
    await writeAdoptionRun(ledger, {
      ...after(run, step, engine.now()),
      ...pausedBy(current, step),
    });
    return true;
  });
}

function pausedBy({ paused }: AdoptionRun, step: Step): Pick<AdoptionRun, 'paused'> {
  return { paused: paused || (step.kind === 'failed' && !step.passes) };
}

function after(run: AdoptionRun, step: Step, now: number): AdoptionRun {
  const goesOn = { ...run, failure: null, nextAt: null };
  switch (step.kind) {
    case 'read': {
      const read = { ...run.read, [run.phase]: countOf(run) + step.read };
      return { ...goesOn, place: step.place, read };
    }
    case 'ended': {
      const phase = ADOPTION_PHASES[ADOPTION_PHASES.indexOf(run.phase) + 1] ?? 'done';
      return { ...goesOn, phase, place: BEGINNING };
    }
    case 'failed':
      return { ...run, failure: step.failure, nextAt: now + pauseAfter(step.failure, PATIENCE) };
  }
}

function countOf({ read, phase }: AdoptionRun): number {
  return phase === 'match' || phase === 'done' ? 0 : read[phase];
}

/** What was compared takes the place of the comparison before; everything that was only read is dropped. */
async function finish({ engine }: AdoptionPorts, reading: Reading): Promise<boolean> {
  const { ledger } = engine;
  const rows = await compare(reading);
  const { meta, adoptionSeen, adoptions, charges } = ledger;
  await ledger.transaction('rw', meta, adoptionSeen, adoptions, charges, async () => {
    const current = await readAdoptionRun(ledger);
    if (current?.id !== reading.run.id) return;
    await replaceRows(ledger, rows);
    await adoptionSeen.clear();
    const over = { phase: 'done', finishedAt: engine.now(), failure: null, nextAt: null } as const;
    await writeAdoptionRun(ledger, { ...current, ...over });
  });
  return false;
}
