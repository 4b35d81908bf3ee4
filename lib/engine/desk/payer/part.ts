import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../../billing/canonical.ts';
import type { Payer } from '../../../billing/charge.ts';
import { formatDocument, maskDocument } from '../../../billing/document.ts';
import type { Customer } from '../../../billing/invoice.ts';
import { payerDifferences } from '../../../billing/payer/differences.ts';
import { overrideMistakes, type PayerOverride } from '../../../billing/payer/override.ts';
import { NOTHING_BACK, putBack, type PutBack } from '../../../billing/payer/put-back.ts';
import type { PayerField } from '../../../billing/payer/payer-field.ts';
import { seenMark, seenMarks } from '../../../billing/payer/seen-marks.ts';
import { isUnclaimed } from '../../../billing/payer/whose-record.ts';
import type { SendFacts } from '../../../billing/send-plan.types.ts';
import type { ChargeRow, JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PayerData, SharedDocument } from '../../../messages/payer-data.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { jobKeys } from '../../outbox/job-keys.ts';
import { jobView } from '../../outbox/job-view.ts';
import { jobsOfInvoice } from '../acts/under-way.ts';
import { enqueuePayer, payerKey, type WantedPayer } from '../../outbox/payer/payer-queue.ts';
import { runSoon } from '../../outbox/runner.ts';
import type { Gathered } from '../../send/gather.ts';
import { customerOf } from '../../send/whose-payer.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { callOff } from '../shown-job.ts';
import { othersPayers, payerOf } from './payer-of.ts';
import { countCharges, findShared } from './read-more.ts';
import { sentWith, toldUpdate, typedFields } from './told.ts';

/** Both sides as the drawer compares them. */
interface Sides {
  readonly customer: Customer;
  readonly payer: Payer;
}

interface Fresh {
  readonly beside: Gathered;
  readonly payer: Payer;
  /** Null: what was read for the drawer is IXC's own already. */
  readonly customer: Customer | null;
}

/** Who pays: where Asaas's record and IXC's differ, who else has the CPF, and what is done about it. */
export function payerPart(context: DeskContext): DeskPart<'payer'> {
  const { engine, runner, origin, invoiceId } = context;
  /** What is on screen is named to the page, which never has a whole CPF to try its name against. */
  const screenKey = bytesToHex(engine.random(32));
  let charges: PayerData['charges'] = {};
  let inIxc: readonly SharedDocument[] | null = null;
  let failure: FailureView | null = null;
  let fresh: Fresh | null = null;
  let readFor: { readonly beside: Gathered; readonly chargeId: string } | null = null;
  let reread: { readonly beside: Gathered; readonly jobId: string } | null = null;

  async function view(
    settings: Settings,
    { charge, isConfirmed, isProven }: InvoiceStanding,
  ): Promise<PayerData | null> {
    const facts = context.gathered()?.facts;
    if (!facts?.account) return null;
    const isTold = charge === null || (isConfirmed && isProven);
    const providerKey = facts.providerKey ?? '';
    const keys = jobKeys(settings, { origin, providerKey });
    const own = await jobsOfInvoice(engine, settings, { origin, providerKey, invoiceId });
    const sent = charge && sentWith(own, charge.id);
    const typed = sent ? typedFields(own, charge.id) : null;
    const sides = isTold ? sidesNow(facts, charge) : null;
    if (isTold && charge && sent && typed !== null) readBack(charge);
    const payer = sides?.payer ?? null;
    const found = sides === null ? [] : changeable(sides, keys);
    const standing = payer ? await underWay(facts.account.id, payer.id) : [];
    const job = payer && toldUpdate([...own, ...standing], payer.id, engine.now());
    if (payer && job?.state === 'done' && found.length > 0) readAgain(payer.id, job.id);
    return {
      customerId: facts.customer.id,
      payerId: payer?.id ?? null,
      differences: found.map(masked),
      seen: seenMark(found, screenKey),
      job: job ? await jobView(engine, job) : null,
      failure,
      charges,
      shared: [...othersPayers(facts), ...(inIxc ?? [])],
      sharedRead: inIxc !== null,
      sentWith: sent,
      putBack: sides && typed !== null ? backTo(sides, keys, typed) : NOTHING_BACK,
    };
  }

  /** What a person asked for of this payer, in whatever invoice's drawer. */
  function underWay(accountId: string, payerId: string): Promise<JobRow[]> {
    const key = payerKey({ accountId, payerId });
    return engine.ledger.jobs.where('activeKey').equals(key).toArray();
  }

  /**
   * What was read for the drawer, unless it was read again since. Null: no payer is known; or customer and payer
   * were read with what was typed for the sending, and IXC's own are still to be.
   */
  function sidesNow(facts: SendFacts, charge: ChargeRow | null): Sides | null {
    const newer = fresh !== null && fresh.beside === context.gathered() ? fresh : null;
    const read = payerOf(facts, charge);
    const id = read?.id ?? (charge?.accountId === facts.account?.id ? charge?.payerId : undefined);
    const payer = newer?.payer.id === id && newer?.payer.deleted === false ? newer.payer : read;
    const customer = newer?.customer ?? facts.customer;
    if (payer === null || (charge !== null && isTyped(facts) && !newer?.customer)) return null;
    return { customer, payer };
  }

  /** After a sending with typed data: its payer and IXC's own customer, once, beside the snapshots. */
  function readBack({ id, payerId, accountId }: ChargeRow): void {
    const beside = context.gathered();
    const client = beside?.account?.id === accountId ? beside.client : null;
    if (!beside || !client || (readFor?.beside === beside && readFor.chargeId === id)) return;
    readFor = { chargeId: id, beside };
    Promise.all([client.getPayer(payerId), customerOf(engine, origin, beside.facts.customer.id)])
      .then(([read, customer]) => {
        if (!read.ok || customer === null || context.gathered() !== beside) return undefined;
        fresh = { beside, payer: read.value, customer };
        return context.show();
      })
      // "Read again" is in the drawer, and the next opening shows it.
      .catch(() => undefined);
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
        fresh = {
          beside,
          payer: read.value,
          customer: fresh?.beside === beside ? fresh.customer : null,
        };
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
    const sides = facts ? sidesNow(facts, charge) : null;
    const providerKey = facts?.providerKey ?? null;
    if (!facts || !gathered.account || providerKey === null || sides?.payer.id !== payerId) {
      failure = { code: 'plan-outdated' };
      return context.show();
    }
    const keys = jobKeys(await engine.readSettings(), { origin, providerKey });
    const found = changeable(sides, keys);
    if (seenMark(found, screenKey) !== seen) {
      failure = { code: 'plan-outdated' };
      return context.show();
    }
    const key = await engine.markKey();
    failure = key.ok ? null : key.error;
    if (!key.ok) return context.show();
    const { id: accountId, environment } = gathered.account;
    const chosen = fields.filter((field) => found.some((each) => each.field === field));
    const wanted: WantedPayer = {
      ...{ accountId, environment, origin, providerKey, invoiceId, payerId },
      customerId: facts.customer.id,
      fields: chosen,
      seen: seenMarks(found, chosen, key.value),
      override: null,
    };
    const job = await enqueuePayer(engine, wanted);
    // Something else was asked for of the same payer and is not through: this was not written.
    if (!isWish(job, wanted)) failure = { code: 'plan-outdated' };
    await context.show();
    runSoon(runner);
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
          await callOff(context, view, request.jobId);
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
      readFor = null;
    },
  };
}

/** What differs on a record that is nobody else's: another one is neither compared nor offered to be changed. */
function changeable({ customer, payer }: Sides, keys: readonly string[]) {
  return isUnclaimed(payer, customer.id, keys) ? payerDifferences(customer, payer) : [];
}

function isTyped({ overridden = [] }: SendFacts): boolean {
  return overridden.length > 0;
}

/** On a record that is somebody else's nothing goes back. */
function backTo(
  { customer, payer }: Sides,
  keys: readonly string[],
  typed: readonly PayerField[],
): PutBack {
  if (!isUnclaimed(payer, customer.id, keys)) return NOTHING_BACK;
  return putBack(customer, payer, payerDifferences(customer, payer), typed);
}

function isWish(job: JobRow, { fields, seen }: WantedPayer): boolean {
  if (job.kind !== 'payer') return false;
  return canonicalJson([job.fields, job.seen]) === canonicalJson([fields, seen]);
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
