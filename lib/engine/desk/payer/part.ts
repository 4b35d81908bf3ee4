import type { Payer } from '../../../billing/charge.ts';
import { formatDocument, maskDocument } from '../../../billing/document.ts';
import { payerDifferences, seenMark } from '../../../billing/payer/differences.ts';
import { overrideMistakes, type PayerOverride } from '../../../billing/payer/override.ts';
import { PAYER_FIELDS, type PayerField } from '../../../billing/payer/payer-field.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PayerData, SharedDocument } from '../../../messages/payer-data.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { jobView } from '../../outbox/job-view.ts';
import { jobsOfInvoice } from '../acts/under-way.ts';
import { enqueuePayer } from '../../outbox/payer/payer-queue.ts';
import { cancel } from '../../outbox/store.ts';
import type { Gathered } from '../../send/gather.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { othersPayers, payerOf } from './payer-of.ts';
import { countCharges, findShared } from './read-more.ts';
import { sentWith, toldUpdate } from './told.ts';

/** Who pays: where Asaas's record and IXC's differ, who else has the CPF, and what is done about it. */
export function payerPart(context: DeskContext): DeskPart<'payer'> {
  const { engine, runner, origin, invoiceId } = context;
  let charges: PayerData['charges'] = {};
  let inIxc: readonly SharedDocument[] | null = null;
  let failure: FailureView | null = null;
  let fresh: { readonly beside: Gathered; readonly payer: Payer } | null = null;
  let reread: { readonly beside: Gathered; readonly jobId: string } | null = null;

  async function view(
    settings: Settings,
    { charge, isConfirmed, isProven }: InvoiceStanding,
  ): Promise<PayerData | null> {
    const facts = context.gathered()?.facts;
    if (!facts?.account) return null;
    const isTold = charge === null || (isConfirmed && isProven);
    const payer = isTold ? current(payerOf(facts, charge)) : null;
    const found = payer === null ? [] : payerDifferences(facts.customer, payer);
    const providerKey = facts.providerKey ?? '';
    const own = await jobsOfInvoice(engine, settings, { origin, providerKey, invoiceId });
    const job = payer && toldUpdate(own, payer.id, engine.now());
    if (payer && job?.state === 'done' && found.length > 0) readAgain(payer.id, job.id);
    return {
      customerId: facts.customer.id,
      payerId: payer?.id ?? null,
      differences: found.map(masked),
      seen: seenMark(found, PAYER_FIELDS),
      job: job ? await jobView(engine, job) : null,
      failure,
      charges,
      shared: [...othersPayers(facts), ...(inIxc ?? [])],
      sharedRead: inIxc !== null,
      sentWith: charge && sentWith(own, charge.id),
    };
  }

  /** What was read for the drawer, unless the payer was read again since. */
  function current(payer: Payer | null): Payer | null {
    const newer = fresh !== null && fresh.beside === context.gathered() ? fresh.payer : null;
    return newer !== null && newer.id === payer?.id ? newer : payer;
  }

  /** An update was carried out since the drawer read: once, beside the snapshots. */
  function readAgain(payerId: string, jobId: string): void {
    const beside = context.gathered();
    if (!beside?.client || (reread?.jobId === jobId && reread.beside === beside)) return;
    reread = { jobId, beside };
    beside.client
      .getPayer(payerId)
      .then((read) => {
        if (!read.ok || context.gathered() !== beside) return undefined;
        fresh = { beside, payer: read.value };
        return context.show();
      })
      // The differences of before stay on screen, and "read again" is beside them.
      .catch(() => undefined);
  }

  async function readMore(): Promise<void> {
    const gathered = context.gathered();
    if (!gathered) return;
    const [counted, shared] = await Promise.all([
      countCharges(gathered),
      findShared(engine, origin, gathered.facts),
    ]);
    if (context.gathered() !== gathered) return;
    charges = counted;
    inIxc = shared;
    await context.show();
  }

  /** Of the very values on screen; whatever else they are by now is refused. */
  async function update(payerId: string, fields: readonly PayerField[], seen: string) {
    const gathered = context.gathered();
    const { charge } = await context.standing();
    const facts = gathered?.facts;
    const payer = facts ? current(payerOf(facts, charge)) : null;
    const providerKey = facts?.providerKey ?? null;
    if (!facts || !gathered.account || providerKey === null || payer?.id !== payerId) {
      failure = { code: 'plan-outdated' };
      return context.show();
    }
    const found = payerDifferences(facts.customer, payer);
    if (seenMark(found, PAYER_FIELDS) !== seen) {
      failure = { code: 'plan-outdated' };
      return context.show();
    }
    failure = null;
    const { id: accountId, environment } = gathered.account;
    const chosen = fields.filter((field) => found.some((each) => each.field === field));
    const job = await enqueuePayer(engine, {
      ...{ accountId, environment, origin, providerKey, invoiceId, payerId },
      customerId: facts.customer.id,
      fields: chosen,
      seen: seenMark(found, chosen),
      override: null,
    });
    // Another drawer asked for the same payer and is not through: what was chosen here was not written.
    if (job.invoiceId !== invoiceId) failure = { code: 'plan-outdated' };
    await context.show();
    runner.run().catch(() => {
      // The job is on disk; the alarm carries it on.
    });
  }

  async function override(typed: PayerOverride): Promise<void> {
    const { security } = await engine.readSettings();
    failure = security.role === 'finance' ? null : { code: 'override-not-allowed' };
    // The page says which field cannot be right; one that let it through has nothing kept.
    if (overrideMistakes(typed).length === 0 && failure === null) {
      const written = await engine.overrides.write(origin, invoiceId, typed);
      if (!written.ok) failure = written.error;
    }
    return context.show();
  }

  async function callOff(jobId: string): Promise<void> {
    const shown = await view(await engine.readSettings(), await context.standing());
    // Only this payer's: a drawer speaks for no other.
    if (shown?.job?.id === jobId) await cancel(engine, jobId);
    return context.show();
  }

  return {
    view,
    handle: async (request) => {
      switch (request.verb) {
        case 'payer-data':
          // Beside the snapshots: nothing waits for it or fails by it.
          readMore().catch(() => undefined);
          return true;
        case 'payer-update':
          await update(request.payerId, request.fields, request.seen);
          return true;
        case 'cancel-payer-update':
          await callOff(request.jobId);
          return true;
        case 'payer-override':
          await override(request.override);
          return true;
        default:
          return false;
      }
    },
    forget: () => {
      charges = {};
      inIxc = null;
      failure = null;
      fresh = null;
      reread = null;
    },
  };
}

/** A drawer never sees a whole CPF. One that is mistyped is shown as it is, to be corrected. */
function masked<T extends PayerData['differences'][number]>(difference: T): T {
  const { field, kind, ixc, asaas } = difference;
  if (field !== 'document') return difference;
  const hidden = (document: string) => maskDocument(formatDocument(document));
  return {
    ...difference,
    ixc: kind === 'unusable' ? '***' : hidden(ixc),
    asaas: asaas === null ? null : hidden(asaas),
  };
}
