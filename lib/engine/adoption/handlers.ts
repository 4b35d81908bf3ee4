import { bytesToHex } from '@noble/hashes/utils.js';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { AdoptionRow, AdoptionStage } from '../../ledger/adoption-rows.ts';
import { readAdoptionRun, writeAdoptionRun } from '../../ledger/adoption-run.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AdoptionReplies } from '../../messages/adoption.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PageHandlers } from '../../messages/router.ts';
import { activeJobs, cancel } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';
import { storing } from '../setup/storing.ts';
import { BUSY } from './advance-batch.ts';
import { BEGINNING } from './advance-run.ts';
import { readNames } from './names.ts';
import { withdrawAsked } from './withdraw-asked.ts';

interface AdoptionHandlerPorts {
  readonly engine: EnginePorts;
  /** There is something to carry on. */
  readonly wake: () => void;
}

const UNDOABLE: ReadonlySet<AdoptionStage> = new Set(['linked', 'kept']);

/** What the section of existing charges may ask. */
export function createAdoptionHandlers({
  engine,
  wake,
}: AdoptionHandlerPorts): Pick<PageHandlers, keyof AdoptionReplies> {
  const { ledger } = engine;
  const woken = <T>(work: () => Promise<Result<T, FailureView>>) =>
    storing(async () => {
      const outcome = await work();
      if (outcome.ok) wake();
      return outcome;
    });
  return {
    'adoption/start': ({ origin, accountId }) =>
      woken(async () => begin(engine, origin, accountId)),
    'adoption/pause': ({ paused }) =>
      woken(async () => {
        await ledger.transaction('rw', ledger.meta, async () => {
          const run = await readAdoptionRun(ledger);
          if (run) await writeAdoptionRun(ledger, { ...run, paused, nextAt: null, failure: null });
        });
        return ok(null);
      }),
    'adoption/stop': () =>
      woken(async () => {
        await ledger.transaction('rw', ledger.meta, ledger.adoptionSeen, async () => {
          const run = await readAdoptionRun(ledger);
          if (run === null || run.phase === 'done') return;
          await writeAdoptionRun(ledger, null);
          await ledger.adoptionSeen.clear();
        });
        return ok(null);
      }),
    'adoption/link': ({ run: id, count }) => woken(async () => link(engine, id, count)),
    'adoption/halt': () =>
      woken(async () => {
        await withdrawAsked(ledger);
        for (const { kind, id } of await activeJobs(engine)) {
          if (kind === 'adopt') await cancel(engine, id);
        }
        return ok(null);
      }),
    'adoption/names': ({ chargeIds }) => storing(() => readNames(engine, chargeIds)),
    'adoption/undo': ({ batch, chargeId }) =>
      woken(async () => {
        const again = bytesToHex(engine.random(16));
        return ok(
          await ledger.adoptions
            .filter(
              (row) =>
                row.batch === batch &&
                (chargeId === null
                  ? row.stage === 'linked'
                  : row.id === chargeId && UNDOABLE.has(row.stage)),
            )
            .modify({ stage: 'undo-asked', undo: again, failure: null, reasons: [] }),
        );
      }),
  };
}

async function begin(
  engine: EnginePorts,
  origin: string,
  accountId: string,
): Promise<Result<null, FailureView>> {
  const { ledger } = engine;
  const { panels, accounts } = await engine.readSettings();
  const panel = panels.find((one) => one.origin === origin);
  const account = accounts.find(({ id }) => id === accountId);
  if (!panel || panel.billsByFatura) return fail({ code: 'panel-unknown' });
  if (!account) return fail({ code: 'no-account' });
  if (panel.providerKey === null) return fail({ code: 'provider-key-invalid' });
  const { providerKey } = panel;
  const reader = await engine.ixc(origin);
  if (!reader.ok) return reader;
  const { source } = reader.value;
  if (source !== 'direct' && source !== 'document') return fail({ code: 'ixc-token-missing' });
  const { meta, adoptionSeen, adoptions } = ledger;
  return ledger.transaction('rw', meta, adoptionSeen, adoptions, async () => {
    if ((await adoptions.where('stage').anyOf(BUSY).count()) > 0) {
      return fail<FailureView>({ code: 'adoption-under-way' });
    }
    await adoptionSeen.clear();
    await writeAdoptionRun(ledger, {
      id: bytesToHex(engine.random(16)),
      ...{ origin, accountId, providerKey, environment: account.environment },
      startedAt: engine.now(),
      startedOn: todayInSaoPaulo(engine.clock.now()),
      finishedAt: null,
      phase: 'charges',
      paused: false,
      place: BEGINNING,
      read: { charges: 0, invoices: 0, payers: 0, customers: 0 },
      failure: null,
      nextAt: null,
    });
    return ok(null);
  });
}

/** What the page showed is what is confirmed: another number is another list. */
async function link(
  { ledger, random }: EnginePorts,
  id: string,
  count: number,
): Promise<Result<number, FailureView>> {
  return ledger.transaction('rw', ledger.meta, ledger.adoptions, async () => {
    const run = await readAdoptionRun(ledger);
    const ids = await linkable(ledger);
    if (run?.id !== id || run.phase !== 'done' || ids.length !== count) {
      return fail<FailureView>({ code: 'changed-since-confirmation' });
    }
    const change: Partial<AdoptionRow> = { stage: 'asked', batch: bytesToHex(random(16)) };
    return ok(await ledger.adoptions.where('id').anyOf(ids).modify(change));
  });
}

async function linkable({ adoptions }: LedgerDatabase): Promise<string[]> {
  const exact = await adoptions.where('kind').equals('exact').toArray();
  return exact.filter(({ stage }) => stage === 'found').map(({ id }) => id);
}
