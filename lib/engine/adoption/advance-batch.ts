import type { AdoptionRow, AdoptionStage } from '../../ledger/adoption-rows.ts';
import type { AdoptJobRow } from '../../ledger/desk-rows.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { isPaused } from '../../ledger/pause.ts';
import { enqueueAdopt } from '../outbox/desk/adopt-queue.ts';
import type { EnginePorts } from '../ports.ts';

/** Jobs of one batch that are under way at a time: the queue stays readable, and the outbox small. */
const AT_ONCE = 20;

const UNDER_WAY: readonly AdoptionStage[] = ['linking', 'undoing'];
const ASKED: readonly AdoptionStage[] = ['asked', 'undo-asked'];
/** Confirmed, and not over. */
export const BUSY: readonly AdoptionStage[] = [...ASKED, ...UNDER_WAY];

/**
 * Writes down what became of the jobs under way, and makes jobs of what was confirmed and has none. True when
 * jobs were made. "Pausar tudo" makes none.
 */
export async function advanceBatch(engine: EnginePorts): Promise<boolean> {
  const { ledger } = engine;
  await settleRows(engine);
  if (await isPaused(ledger)) return false;
  const busy = await ledger.adoptions.where('stage').anyOf(UNDER_WAY).count();
  const room = AT_ONCE - busy;
  if (room <= 0) return false;
  const next = await ledger.adoptions.where('stage').anyOf(ASKED).limit(room).toArray();
  for (const row of next) await begin(engine, row);
  return next.length > 0;
}

async function begin(engine: EnginePorts, row: AdoptionRow): Promise<void> {
  const isLink = row.stage === 'asked';
  const outcome = await enqueueAdopt(engine, row, isLink ? 'link' : 'unlink');
  if (outcome !== 'busy') return;
  const stage = isLink ? 'stopped' : 'kept';
  await put(engine.ledger, row, { stage, failure: { code: 'invoice-busy' } });
}

async function settleRows({ ledger }: EnginePorts): Promise<void> {
  const rows = await ledger.adoptions.where('stage').anyOf(UNDER_WAY).toArray();
  for (const row of rows) {
    const job = row.jobId === null ? undefined : await ledger.jobs.get(row.jobId);
    if (job === undefined) {
      await put(ledger, row, { stage: row.stage === 'linking' ? 'stopped' : 'kept' });
    } else if (job.kind === 'adopt' && job.activeKey === undefined) {
      await put(ledger, row, ended(row, job));
    }
  }
}

/** What a job that is over leaves its row as. */
function ended(row: AdoptionRow, job: AdoptJobRow): Partial<AdoptionRow> {
  const reasons = job.reasons.map(({ code }) => code);
  const told = { failure: job.failure, reasons };
  if (row.stage === 'linking') {
    if (job.state === 'cancelled') return { stage: 'found', batch: null, jobId: null };
    // The charge was seen to carry the reference, whatever came to stand beside it.
    const isLinked = isSeen(job) || reasons.includes('several-live');
    // Not from now on: somebody may have changed the charge before this was looked at.
    if (isLinked) return { stage: 'linked', linkedAt: job.createdAt, ...told };
    return { stage: 'stopped', ...told };
  }
  if (job.state === 'cancelled') return { stage: 'linked' };
  return isSeen(job) ? { stage: 'undone', ...told } : { stage: 'kept', ...told };
}

/** Asaas itself said so: one that was given up after days without a reading is done, and nobody looked. */
function isSeen({ state, failure }: AdoptJobRow): boolean {
  return state === 'done' && failure === null;
}

/** A row that a person did something else with meanwhile is left alone. */
async function put(
  { adoptions }: LedgerDatabase,
  { id, stage }: AdoptionRow,
  change: Partial<AdoptionRow>,
): Promise<void> {
  await adoptions
    .where('id')
    .equals(id)
    .and((row) => row.stage === stage)
    .modify(change);
}
