import {
  type ActRefusal,
  type ChargeAct,
  givesBack,
  needsReason,
} from '../../../billing/acts/charge-act.ts';
import { leftToRefund } from '../../../billing/acts/refunded.ts';
import type { Payer } from '../../../billing/charge.ts';
import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import { maskDocument } from '../../../billing/document.ts';
import { holdsDocument } from '../../../billing/document-in-text.ts';
import type { Cents } from '../../../billing/money.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import { classifyCharge } from '../../../billing/status.ts';
import { canonicalJson } from '../../../billing/canonical.ts';
import type { ActReading, ShownPerson } from '../../../messages/charge-acts.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PageHandlers } from '../../../messages/router.ts';
import { enqueueCounter } from '../../outbox/counter-job.ts';
import { enqueueAct } from '../../outbox/desk/act-job.ts';
import type { EnginePorts } from '../../ports.ts';
import { storing } from '../../setup/storing.ts';
import { type Examined, examineAct } from './examine.ts';
import type { ActAbout, PendingActs } from './pending.ts';

export interface ActPorts {
  readonly engine: EnginePorts;
  readonly pending: PendingActs;
  /** The name that goes with a user's number, if it is known now. */
  readonly nameOf?: (origin: string, id: string) => string | null;
  /** Something has become due. */
  readonly wake: () => void;
}

const EXPIRED: FailureView = { code: 'act-expired' };

/** What the window of an act may ask. The worker reads everything anew and believes the page nothing but its words. */
export function createActHandlers({
  engine,
  pending,
  nameOf,
  wake,
}: ActPorts): Pick<PageHandlers, 'act/read' | 'act/confirm'> {
  return {
    'act/read': async ({ id }) => {
      const about = await pending.read(id);
      if (!about) return fail(EXPIRED);
      const examined = await examineAct(engine, about);
      if (!examined.ok) return examined;
      const { operator: user, origin } = about;
      const operator = user == null ? null : { id: user, name: nameOf?.(origin, user) ?? null };
      return ok({ ...readingOf(engine, about, examined.value), operator });
    },
    'act/confirm': ({ id, ...words }) =>
      storing(async () => {
        const spent = await pending.spend(id);
        if (!spent) return fail(EXPIRED);
        const { about } = spent;
        const asking = { ...engine, operator: () => about.operator ?? null };
        const outcome = await confirm(asking, about, words).catch(async (error: unknown) => {
          await spent.giveBack();
          throw error;
        });
        if (!outcome.ok) await spent.giveBack();
        else wake();
        return outcome;
      }),
  };
}

interface Words extends Pick<Examined, 'seen'> {
  readonly reason: string;
  readonly value: Cents | null;
  readonly otherPayer?: true | undefined;
}

async function confirm(
  engine: EnginePorts,
  about: ActAbout,
  { seen, reason, value, otherPayer }: Words,
): Promise<Result<null, FailureView>> {
  const { kind, origin, invoiceId, chargeId } = about;
  if (needsReason(kind) && reason === '') return fail({ code: 'act-refused' });
  if (holdsDocument(reason)) return fail(refused({ code: 'document-in-reason' }));
  if ((kind === 'refund') !== (value !== null)) return fail({ code: 'act-refused' });
  const examined = await examineAct(engine, about, value);
  if (!examined.ok) return examined;
  const { subject, providerKey, checked, seen: now } = examined.value;
  const { account, panel } = subject;
  if (checked.refusal?.code === 'under-way') return fail({ code: 'act-under-way' });
  if (checked.refusal) return fail(refused(checked.refusal));
  if (canonicalJson({ ...now }) !== canonicalJson({ ...seen })) {
    return fail({ code: 'changed-since-confirmation' });
  }
  if (checked.isOtherPayer && givesBack(kind) && otherPayer === undefined) {
    return fail(refused({ code: 'other-payer' }));
  }
  const place = { account, origin, providerKey: panel.providerKey ?? providerKey, invoiceId };
  if (kind === 'receive-in-cash') {
    if (!checked.receipt) return fail({ code: 'act-refused' });
    const why = reason === '' ? {} : { reason };
    const work = {
      ...place,
      targetId: chargeId,
      step: checked.receipt,
      asked: true,
      ...why,
    } as const;
    const job = await enqueueCounter(engine, work);
    // The sweep was quicker, and its job knows neither the reason nor who gave it.
    return job.kind === 'counter' && job.asked ? ok(null) : fail({ code: 'act-under-way' });
  }
  const act: ChargeAct = kind === 'refund' && value !== null ? { kind, value } : actOf(kind);
  const told = reason === '' ? null : reason;
  const { isNew } = await enqueueAct(engine, {
    ...place,
    targetId: chargeId,
    act,
    reason: told,
    seen,
    otherPayer,
  });
  return isNew ? ok(null) : fail({ code: 'act-under-way' });
}

/** A refusal that depends on the amount is not in the next reading of the window: it goes with the failure. */
function refused({ code, params }: ActRefusal): FailureView {
  return { code: 'act-refused', params: { ...params, refusal: code } };
}

function actOf(kind: ActAbout['kind']): ChargeAct {
  if (kind === 'refund' || kind === 'receive-in-cash') throw new RangeError('not an act by itself');
  return { kind };
}

function readingOf(
  { clock }: EnginePorts,
  { kind, invoiceId }: ActAbout,
  { subject, checked, seen, seenAt }: Examined,
): ActReading {
  const { account, charge, payer } = subject;
  const { refusal, reasons, refunds, balance, receipt, customer, isOtherPayer } = checked;
  const { id, billingType, value, dueDate } = charge;
  const group = classifyCharge(charge, todayInSaoPaulo(clock.now()));
  return {
    kind,
    invoiceId,
    account: { name: account.name, environment: account.environment },
    payer: shownPerson(payer),
    customer: customer && shownPerson(customer),
    isOtherPayer,
    asksOtherPayer: isOtherPayer && givesBack(kind),
    charge: { id, group, billingType, value, dueDate, seenAt },
    seen,
    refusal,
    reasons,
    left: kind === 'refund' ? leftToRefund(value, refunds) : null,
    refunds,
    balance,
    receipt: shownReceipt(receipt),
    needsReason: needsReason(kind),
  };
}

function shownPerson({ name, document }: Pick<Payer, 'name' | 'document'>): ShownPerson {
  return { name, document: document === '' ? '' : maskDocument(document) };
}

function shownReceipt(receipt: Examined['checked']['receipt']): ActReading['receipt'] {
  if (receipt === null) return null;
  return receipt.kind === 'close' ? { kind: 'close' } : { kind: 'lower', to: receipt.to };
}
