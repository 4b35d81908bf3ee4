import type { Charge } from '../../../billing/charge.ts';
import { parseReference } from '../../../billing/reference.ts';
import { standingCharges } from '../../../billing/standing.ts';
import { isEditable, livenessOf } from '../../../billing/status.ts';
import { withdrawAlert } from '../../../ledger/alerts.ts';
import { chargeRow, putCharge } from '../../../ledger/charges.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import { removeCharges } from '../../../ledger/remove-charges.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { locateCharges } from '../../send/locate.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { createTakeIn } from '../../sync/take-in.ts';
import { jobClient, type JobClient } from '../job-client.ts';
import { jobKeys } from '../job-keys.ts';
import { postpone, withoutAnswer } from '../outcome.ts';
import { MIN_GAP } from '../quarantine.ts';
import { block, blockWith } from '../stopping.ts';
import { advance, finish, mayHaveChanged, release } from '../store.ts';
import { linkCharge } from './adopt-link.ts';
import { unlinkCharge } from './adopt-unlink.ts';

/**
 * Gives a charge that is there our reference, or takes it away again. A PUT repeats only after a GET: every
 * state but the end begins by reading the charge, and one that is as it should be needs no request.
 */
export async function stepAdopt(ports: EnginePorts, job: AdoptJobRow): Promise<JobRow | null> {
  if (job.state !== 'locating' && job.state !== 'created') {
    const attempts = withoutAnswer(job.attempts);
    return advance<AdoptJobRow>(ports, job, { state: 'locating', attempts });
  }
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const seenAt = ports.now();
  const read = await own.value.client.getSourced(job.targetId);
  if (!read.ok) return postpone(ports, job, asaasFailureView(read.error));
  const { charge } = read.value;
  if (isDone(own.value, job, charge)) {
    const seen = { charge, seenAt };
    return job.step === 'link'
      ? linked(ports, job, own.value, seen)
      : unlinked(ports, job, own.value, seen);
  }
  if (job.state === 'created') return notYet(ports, job, charge);
  return job.step === 'link'
    ? linkCharge(ports, job, own.value, read.value)
    : unlinkCharge(ports, job, own.value, charge);
}

/** Whether the charge names the invoice under any key of the provider, or no longer anything. */
function isDone({ settings }: JobClient, job: AdoptJobRow, { reference }: Charge): boolean {
  if (job.step === 'unlink') return reference === null;
  const named = reference === null ? null : parseReference(reference);
  const isOurs = named?.kind === 'charge' && jobKeys(settings, job).includes(named.providerKey);
  return isOurs && named.invoiceId === job.invoiceId;
}

/** Asaas took the change and shows the charge as it was: an old answer, or it does not take it so. */
function notYet(ports: EnginePorts, job: AdoptJobRow, { reference }: Charge): Promise<null> {
  const isAnother = job.step === 'link' && reference !== null;
  if (isAnother) return blockWith(ports, job, { code: 'charge-moved' });
  const since = ports.clock.now() - (job.attempts.at(-1)?.at ?? 0);
  if (since < 2 * MIN_GAP) {
    return release<AdoptJobRow>(ports, job, { nextAt: ports.now() + MIN_GAP });
  }
  const code = job.step === 'link' ? 'check-in-asaas' : 'reference-kept';
  return blockWith(ports, job, { code });
}

interface Seen {
  readonly charge: Charge;
  /** When the reading was asked for, ms. */
  readonly seenAt: number;
}

/** The invoice's own from now on. Whatever came to stand beside it meanwhile is for a person. */
async function linked(
  ports: EnginePorts,
  job: AdoptJobRow,
  { settings }: JobClient,
  { charge, seenAt }: Seen,
): Promise<null> {
  const row = chargeRow(charge, seenAt);
  if (row) await putCharge(ports.ledger, row, ports.now());
  // Somebody else's link is not this list's to undo.
  if (!job.attempts.some(mayHaveChanged)) return blockWith(ports, job, { code: 'linked-already' });
  const accounts = settings.accounts.filter(({ environment }) => environment === job.environment);
  const located = await locateCharges(ports, accounts, jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return postpone(ports, { ...job, chargeId: charge.id }, located.error);
  const standing = standingCharges(located.value);
  if (standing.length > 1) {
    const marked = await advance<AdoptJobRow>(ports, job, { chargeId: charge.id });
    return block(ports, marked, [
      { code: 'several-live', params: { count: String(standing.length) } },
    ]);
  }
  return finish<AdoptJobRow>(
    ports,
    job,
    { state: 'done', chargeId: charge.id, failure: null },
    { action: 'charge.linked', detail: detailOf(job) },
  );
}

/**
 * It is no longer ours to follow: what the ledger has of it goes. Not so where it was paid in that very
 * moment: the money is the invoice's, and a person is told that the charge no longer says so.
 */
async function unlinked(
  ports: EnginePorts,
  job: AdoptJobRow,
  { account }: JobClient,
  { charge, seenAt }: Seen,
): Promise<null> {
  const { accountId, targetId } = job;
  if (!isEditable(charge) && livenessOf(charge) !== 'deleted') {
    await createTakeIn(ports)(account, [charge], seenAt);
    return blockWith(ports, job, { code: 'unlinked-paid' });
  }
  await removeCharges(ports.ledger, [targetId]);
  await withdrawAlert(ports.ledger, { kind: 'reference-cleared', accountId, subject: targetId });
  return finish<AdoptJobRow>(
    ports,
    job,
    { state: 'done', chargeId: targetId, failure: null },
    { action: 'charge.unlinked', detail: detailOf(job) },
  );
}

function detailOf({ targetId, value, dueDate, batch }: AdoptJobRow) {
  return { charge: targetId, cents: value, due: dueDate, batch };
}
