import { CHARGE_ACTS, type ChargeActKind } from '../../../billing/acts/charge-act.ts';
import { actRefusal } from '../../../billing/acts/refusal.ts';
import { refundSums, type RefundSums } from '../../../billing/acts/refunded.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { ChargeRow, JobRow } from '../../../ledger/rows.ts';
import type { ChargeActs, OfferedAct } from '../../../messages/charge-acts.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { environmentOf } from '../../../ledger/charges.ts';
import { jobView } from '../../outbox/job-view.ts';
import { settleAct } from '../../outbox/desk/settle-act.ts';
import { runSoon } from '../../outbox/runner.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { callOff, isShownJob } from '../shown-job.ts';
import { jobsOfInvoice, pageStandsRefusal, underWayRefusal } from './under-way.ts';

/** An act that is over is told in the drawer for this long. ms. */
const TOLD = 60 * 60_000;
/** Statuses of a charge of which money may have gone back. */
const MAYBE_GIVEN_BACK = /^(RECEIVED|CONFIRMED|REFUND\w*)$/;

/** What may be done with the charge on screen, and how far what was asked for is. */
export function actsPart(context: DeskContext): DeskPart<'acts'> {
  const { engine, runner, origin, invoiceId } = context;
  let settled: ChargeActs['settled'];
  let given: { readonly of: string; readonly sums: RefundSums | null } | null = null;

  /** Beside the snapshots, once per charge and status: a view reads no network. */
  function readRefunds(charge: ChargeRow, jobs: readonly JobRow[]): void {
    if (!MAYBE_GIVEN_BACK.test(charge.status)) return;
    const turns = jobs.flatMap((job) => (job.kind === 'act' ? [turnOf(job)] : []));
    const of = `${charge.id} ${charge.status} ${turns.join()}`;
    if (given?.of === of) return;
    given = { of, sums: given?.sums ?? null };
    refundsOf(charge)
      .then((sums) => {
        if (given?.of !== of || sums === null) return;
        given = { of, sums };
        return context.show();
      })
      .catch(() => undefined);
  }

  async function refundsOf({ id, accountId }: ChargeRow): Promise<RefundSums | null> {
    const { accounts } = await engine.readSettings();
    const account = accounts.find((one) => one.id === accountId);
    const client = account ? await engine.asaas(account, 'person') : null;
    const refunds = client?.ok ? await client.value.refunds(id) : null;
    return refunds?.ok ? refundSums(refunds.value) : null;
  }

  async function view(settings: Settings, standing: InvoiceStanding): Promise<ChargeActs | null> {
    const { charge, isConfirmed, isProven } = standing;
    if (!charge || !isConfirmed || !isProven) return null;
    const about = aboutOf(charge);
    const jobs = await jobsOfInvoice(engine, settings, about);
    readRefunds(charge, jobs);
    const sums = given?.of.startsWith(`${charge.id} `) ? given.sums : null;
    const job = newestAct(jobs, charge.id, engine.now());
    return {
      chargeId: charge.id,
      offered: CHARGE_ACTS.map((kind): OfferedAct => {
        const facts = { charge, role: settings.security.role, refunds: sums };
        const busy = underWayRefusal(jobs, kind, about) ?? pageStandsRefusal(jobs, kind, about);
        return { kind, refusal: actRefusal(kind, facts) ?? busy };
      }),
      job: job ? await jobView(engine, job) : null,
      refunds: sums !== null && sums.done + sums.underWay > 0 ? sums : null,
      ...(settled?.jobId === job?.id ? { settled } : {}),
    };
  }

  function aboutOf(charge: ChargeRow) {
    const { providerKey, accountId, id } = charge;
    return { origin, providerKey, invoiceId, chargeId: id, environment: environmentOf(accountId) };
  }

  /** Whatever the menu said: the charge on screen may be another one by now. */
  async function open(kind: ChargeActKind, chargeId: string): Promise<void> {
    const settings = await engine.readSettings();
    const offered = await view(settings, await context.standing());
    const aboutAct = { origin, invoiceId, chargeId };
    const act = offered?.chargeId === chargeId && offered.offered.find((one) => one.kind === kind);
    if (act && act.refusal === null)
      await context.openAct?.({ ...aboutAct, kind, operator: engine.operator?.() ?? null });
    return context.show();
  }

  /** Whoever said that nothing was done is told where that is not believed. */
  async function settle(jobId: string): Promise<void> {
    const outcome = await settleAct(engine, jobId);
    settled = { jobId, at: engine.now(), failure: outcome.ok ? null : outcome.error };
  }

  return {
    view,
    handle: async (request) => {
      switch (request.verb) {
        case 'act':
          await open(request.kind, request.chargeId);
          return true;
        case 'cancel-act':
          await callOff(context, view, request.jobId);
          return true;
        case 'settle-act':
          if (await isShownJob(context, view, request.jobId)) await settle(request.jobId);
          await context.show();
          runSoon(runner);
          return true;
        default:
          return false;
      }
    },
    forget: () => {
      settled = undefined;
      given = null;
    },
  };
}

/** Changes with whatever may have changed the sums of what was given back. */
function turnOf({ id, activeKey, refundStatus }: ActJobRow): string {
  return `${id}${activeKey === undefined ? '.' : ''}${refundStatus ?? ''}`;
}

/** What a person asked for last, and whatever of it is not over or was over just now. */
function newestAct(jobs: readonly JobRow[], chargeId: string, now: number): JobRow | null {
  const asked = jobs.filter(
    (job) =>
      !job.imported &&
      (job.kind === 'act' || (job.kind === 'counter' && job.asked === true)) &&
      job.targetId === chargeId,
  );
  const newest = asked.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
  const isTold =
    newest !== null && (newest.activeKey !== undefined || now - newest.createdAt < TOLD);
  // The payer's page has to be found again for as long as it is good.
  if (newest?.kind === 'act' && newest.link !== null) return newest;
  return isTold || newest?.state === 'blocked' ? newest : null;
}
