import type { AsaasClient } from '../../../asaas/client.types.ts';
import type { ActRefusal, ChargeActKind } from '../../../billing/acts/charge-act.ts';
import { type CounterReceipt, counterRefusal } from '../../../billing/acts/counter-refusal.ts';
import { actRefusal, amountRefusal } from '../../../billing/acts/refusal.ts';
import { refundSums, type RefundSums } from '../../../billing/acts/refunded.ts';
import { restoreRefusal, undoRefusal } from '../../../billing/acts/restore-refusal.ts';
import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { Charge, Payer } from '../../../billing/charge.ts';
import { counterStep } from '../../../billing/counter-step.ts';
import type { Customer } from '../../../billing/invoice.ts';
import type { Cents } from '../../../billing/money.ts';
import { ownKeys } from '../../../billing/own-keys.ts';
import { isOtherPerson } from '../../../billing/payer/differences.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { BlockReason } from '../../../billing/send-plan.types.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../../settings/settings.ts';
import { readCounterInvoice } from '../../outbox/counter-sides.ts';
import { isOneUnlisted } from '../../outbox/desk/refund.ts';
import type { EnginePorts } from '../../ports.ts';
import { gatherFacts } from '../../send/gather.ts';
import { customerOf } from '../../send/whose-payer.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { earlierBalance } from '../../sync/counter-facts.ts';
import { isProven } from '../../sync/counter-proof.ts';
import { paidOnBothSides } from './paid-twice.ts';
import { whoseCharge } from './whose.ts';

/** A charge that a person wants something done with, as Asaas has it now. */
export interface ActSubject {
  readonly settings: Settings;
  readonly panel: PanelSettings;
  readonly account: AccountSettings;
  readonly client: AsaasClient;
  readonly invoiceId: string;
  readonly charge: Charge;
  /** Whom Asaas charges. */
  readonly payer: Payer;
}

/** What was found out about an act, now. */
export interface Checked {
  /** Null: nothing speaks against it. */
  readonly refusal: ActRefusal | null;
  /** The plan's own, where a charge may not be restored. */
  readonly reasons: readonly BlockReason[];
  readonly refunds: RefundSums;
  /** What is at hand in the account; null where it does not matter or cannot be read. */
  readonly balance: Cents | null;
  /** What a receipt at the counter makes of the charge. */
  readonly receipt: CounterReceipt | null;
  /** Whose invoice it is in IXC, as it was read now; null where nobody could be asked. */
  readonly customer: Customer | null;
  /** Asaas charges somebody else than IXC's customer, as far as name, document and the ledger tell. */
  readonly isOtherPayer: boolean;
}

const NOTHING_GIVEN: RefundSums = refundSums([]);
const FREE: Checked = {
  refusal: null,
  reasons: [],
  refunds: NOTHING_GIVEN,
  balance: null,
  receipt: null,
  customer: null,
  isOtherPayer: false,
};

/**
 * Whether an act may be asked of Asaas now, from readings of this moment. Changes nothing. `value` in cents,
 * of a refund that was chosen already. Fails where something that decides could not be read.
 */
export async function checkAct(
  ports: EnginePorts,
  kind: ChargeActKind,
  subject: ActSubject,
  value: Cents | null = null,
): Promise<Result<Checked, FailureView>> {
  const { charge, settings } = subject;
  const facts = { charge, role: settings.security.role, refunds: null };
  const refusal = actRefusal(kind, facts);
  if (refusal && kind === 'receive-in-cash' && (await paidOnBothSides(ports, subject))) {
    return ok({ ...FREE, refusal: { code: 'paid-on-both-sides' } });
  }
  if (refusal) return ok({ ...FREE, refusal });
  switch (kind) {
    case 'cancel': {
      const { isOthers, ...whose } = await whoseCharge(ports, subject);
      return ok({ ...FREE, ...whose, refusal: isOthers ? { code: 'unproven' } : null });
    }
    case 'bank-slip-refund':
    case 'refund':
      return checkRefund(ports, kind, subject, value);
    case 'receive-in-cash':
      return checkReceipt(ports, subject);
    case 'undo-receive-in-cash':
    case 'restore':
      return checkStanding(ports, kind, subject);
  }
}

/** Money must be able to go back, whoever paid it: that it is somebody else's is told, and refuses nothing. */
async function checkRefund(
  ports: EnginePorts,
  kind: 'refund' | 'bank-slip-refund',
  subject: ActSubject,
  value: Cents | null,
): Promise<Result<Checked, FailureView>> {
  const { isOthers, customer, isOtherPayer } = await whoseCharge(ports, subject);
  const whose = { customer, isOtherPayer: isOtherPayer || isOthers };
  if (kind === 'bank-slip-refund') return ok({ ...FREE, ...whose });
  const money = await checkMoney(ports, subject, value);
  return money.ok ? ok({ ...money.value, ...whose }) : money;
}

async function checkMoney(
  ports: EnginePorts,
  { client, charge, settings }: ActSubject,
  value: Cents | null,
): Promise<Result<Checked, FailureView>> {
  const read = await client.refunds(charge.id);
  if (!read.ok) return fail(asaasFailureView(read.error));
  const refunds = refundSums(read.value);
  if (await isOneUnlisted(ports, charge, read.value)) {
    return ok({ ...FREE, refunds, refusal: { code: 'under-way' } });
  }
  const facts = { charge, role: settings.security.role, refunds };
  const refusal = actRefusal('refund', facts);
  if (refusal) return ok({ ...FREE, refunds, refusal });
  const atHand = charge.status === 'RECEIVED' ? await client.balance() : ok(null);
  // Asaas itself refuses what the account does not have: not knowing it keeps nobody from asking.
  const balance = atHand.ok ? atHand.value : null;
  const amount = value === null ? null : amountRefusal(value, charge, refunds, balance);
  return ok({ ...FREE, refunds, balance, refusal: amount });
}

/** The receipt comes first, in IXC, and only a charge that is proven to be the invoice's follows it. */
async function checkReceipt(
  ports: EnginePorts,
  subject: ActSubject,
): Promise<Result<Checked, FailureView>> {
  const { settings, panel, account, charge, payer, invoiceId } = subject;
  const asked = { origin: panel.origin, invoiceId, asked: true } as const;
  const read = await readCounterInvoice(ports, asked);
  if (!read.ok) return read;
  const { invoice, before } = read.value;
  const keys = ownKeys(panel.providerKey, panel.aliases);
  const pairs = keys.map((key): [string, string] => [key, invoiceId]);
  const jobs = await ports.ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
  const earlier = earlierBalance(charge, jobs, before);
  const outcome = counterStep(invoice, charge, todayInSaoPaulo(ports.clock.now()), earlier);
  const refusal = counterRefusal(outcome);
  if (refusal) return ok({ ...FREE, refusal });
  const claim = { settings, panel, account, invoice, before, isKnown: !!before, charge, jobs };
  const proof = await isProven(ports, claim, 'person');
  if (!proof.ok) return proof;
  if (!proof.value) return ok({ ...FREE, refusal: { code: 'unproven' } });
  const receipt = outcome.kind === 'close' || outcome.kind === 'lower' ? outcome : null;
  const customer = await customerOf(ports, panel.origin, invoice.customerId);
  const isOtherPayer = customer !== null && isOtherPerson(customer, payer);
  return ok({ ...FREE, receipt, customer, isOtherPayer });
}

/** Everything is read and planned anew, as for a sending. */
async function checkStanding(
  ports: EnginePorts,
  kind: 'restore' | 'undo-receive-in-cash',
  { panel, invoiceId, charge, payer }: ActSubject,
): Promise<Result<Checked, FailureView>> {
  const gathered = await gatherFacts(ports, panel, invoiceId, {});
  if (!gathered.ok) return gathered;
  const { facts } = gathered.value;
  // What was typed for a sending says nothing about a receipt.
  if (kind !== 'restore' && facts.source === 'hand') return fail({ code: 'ixc-by-hand' });
  const { customer } = facts;
  const refused = (kind === 'restore' ? restoreRefusal : undoRefusal)(facts, charge);
  return ok({ ...FREE, customer, isOtherPayer: isOtherPerson(customer, payer), ...refused });
}
