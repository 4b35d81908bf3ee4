import { givesBack, standsAgain } from '../../../billing/acts/charge-act.ts';
import { notFoundReason } from '../../../billing/plan/not-found.ts';
import { liveReason } from '../../../billing/plan/predecessors.ts';
import type { Charge } from '../../../billing/charge.ts';
import { isEditable } from '../../../billing/status.ts';
import { putCharge, settledMissing } from '../../../ledger/charges.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { ChargeRow, JobRow } from '../../../ledger/rows.ts';
import { checkAct, type Checked } from '../../desk/acts/check.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { readTarget } from '../counter-sides.ts';
import { jobClient, type JobClient } from '../job-client.ts';
import { jobKeys } from '../job-keys.ts';
import { answered, unanswered } from '../quarantine.ts';
import { REPLACE_GAP } from '../schedule.ts';
import { block, blockWith } from '../stopping.ts';
import { advance, release } from '../store.ts';
import { actDone, isReached, laterAct, refuseAct } from './act-ends.ts';
import { keepLooking, lookOf } from './act-look.ts';
import { requestAct } from './act-request.ts';
import { isOthersTurn } from './others-turn.ts';
import { findRefund } from './refund.ts';

/** How long after its confirmation an act may be asked of Asaas. ms. */
const GOOD_FOR = 24 * 60 * 60_000;

/** Reads the charge, and whatever decides, and asks Asaas only for what was confirmed. */
export async function carryOutAct(ports: EnginePorts, job: ActJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return laterAct(ports, job, own.error);
  const { settings, client } = own.value;
  if (!unanswered(job) && (await isOthersTurn(ports, settings, job))) {
    return release<ActJobRow>(ports, job, { state: 'waiting', nextAt: ports.now() + REPLACE_GAP });
  }
  const target = await readTarget(ports, client, job);
  if (!target.ok) return laterAct(ports, job, target.error);
  const { charge, row } = target.value;
  if (charge === null) return missing(ports, job, row);
  if (isReached(job.act, charge)) return reached(ports, job, charge);
  if (job.act.kind === 'refund') {
    const found = await findRefund(ports, job, client);
    if (found !== 'absent') return found;
  }
  if (isLinkLost(job, charge)) return linkLost(ports, job);
  // Whether it was carried out must be known first, and takes no reading of IXC.
  const look = lookOf(ports, job);
  if (look === 'wait') return keepLooking(ports, job);
  if (look === 'ask-person') return blockWith(ports, job, { code: 'check-in-asaas' });
  const isOurs = row !== null && jobKeys(settings, job).includes(row.providerKey);
  if (!isOurs || row.invoiceId !== job.invoiceId) {
    return blockWith(ports, job, { code: 'charge-reassigned' });
  }
  return decide(ports, job, own.value, charge);
}

async function decide(
  ports: EnginePorts,
  job: ActJobRow,
  { settings, account, client }: JobClient,
  charge: Charge,
): Promise<JobRow | null> {
  const panel = settings.panels.find(({ origin }) => origin === job.origin);
  if (panel?.providerKey !== job.providerKey) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  if (isTooOld(ports, job)) return blockWith(ports, job, { code: 'changed-since-confirmation' });
  const { act, invoiceId } = job;
  const payer = await client.getPayer(charge.payerId);
  if (!payer.ok) return laterAct(ports, job, asaasFailureView(payer.error));
  const subject = { settings, panel, account, client, invoiceId, charge, payer: payer.value };
  const value = act.kind === 'refund' ? act.value : null;
  const checked = await checkAct(ports, act.kind, subject, value);
  if (!checked.ok) return laterAct(ports, job, checked.error);
  const { refusal, reasons, isOtherPayer } = checked.value;
  if (refusal) return refuseAct(ports, job, refusal, reasons);
  if (isOtherPayer && givesBack(act.kind) && job.otherPayer === undefined) {
    return refuseAct(ports, job, { code: 'other-payer' });
  }
  const last = job.attempts.at(-1);
  if (last?.outcome === 'refused' && job.failure) return blockWith(ports, job, job.failure);
  if (!isAsSeen(job, charge, checked.value)) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  return requestAct(ports, job, client, charge);
}

/**
 * What was confirmed and waited, with everything paused or the vault locked, is not what a person wants done
 * for ever after. A question about what was asked already is looked for, however old.
 */
function isTooOld({ now }: EnginePorts, job: ActJobRow): boolean {
  return unanswered(job) === null && now() - job.createdAt > GOOD_FOR;
}

/** Open stays open as the due date passes, and paid stays paid as the money is credited. */
function isAsSeen({ seen }: ActJobRow, charge: Charge, { refunds }: Checked): boolean {
  const wasOpen = isEditable({ status: seen.status, deleted: false });
  const isSameStatus =
    seen.status === charge.status || wasOpen === isEditable({ ...charge, deleted: false });
  return (
    isSameStatus &&
    seen.value === charge.value &&
    seen.dueDate === charge.dueDate &&
    seen.refunded === refunds.done + refunds.underWay
  );
}

/** The refund of the boleto was asked for, and the page to pass on went down with the answer. */
function isLinkLost(job: ActJobRow, { status }: Charge): boolean {
  const isPaid = status === 'RECEIVED' || status === 'CONFIRMED';
  return job.act.kind === 'bank-slip-refund' && unanswered(job) !== null && !isPaid;
}

async function linkLost(ports: EnginePorts, job: ActJobRow): Promise<null> {
  const known = await advance<ActJobRow>(ports, job, { attempts: answered(job.attempts) });
  return blockWith(ports, known, { code: 'refund-link-lost' });
}

/** A charge that is payable again is looked at as a new one is; the rest is over. */
function reached(ports: EnginePorts, job: ActJobRow, charge: Charge): Promise<JobRow | null> {
  if (!standsAgain(job.act.kind)) return actDone(ports, job);
  return advance<ActJobRow>(ports, job, { state: 'created', chargeId: charge.id, failure: null });
}

/** Asaas does not find it: gone, if that was asked for, and otherwise for a person to look up. */
async function missing(
  ports: EnginePorts,
  job: ActJobRow,
  row: ChargeRow | null,
): Promise<JobRow | null> {
  if (job.act.kind === 'cancel' && unanswered(job) !== null) {
    if (row) await putCharge(ports.ledger, settledMissing(row, row.seenAt), ports.now());
    return actDone(ports, job);
  }
  const { targetId: id, invoiceId } = job;
  return block(ports, job, [(row && notFoundReason(row)) ?? liveReason({ id, invoiceId })]);
}
