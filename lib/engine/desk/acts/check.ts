import type { AsaasClient } from '../../../asaas/client.types.ts';
import type { ActRefusal, ChargeActKind } from '../../../billing/acts/charge-act.ts';
import {
  type CounterReceipt,
  counterRefusal,
  undoRefusal,
} from '../../../billing/acts/counter-refusal.ts';
import { actRefusal, amountRefusal } from '../../../billing/acts/refusal.ts';
import { refundSums, type RefundSums } from '../../../billing/acts/refunded.ts';
import { restoreRefusal } from '../../../billing/acts/restore-refusal.ts';
import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { Charge } from '../../../billing/charge.ts';
import { counterStep } from '../../../billing/counter-step.ts';
import type { Invoice } from '../../../billing/invoice.ts';
import type { Cents } from '../../../billing/money.ts';
import { ownKeys } from '../../../billing/own-keys.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { BlockReason } from '../../../billing/send-plan.types.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../../settings/settings.ts';
import { readCounterInvoice } from '../../outbox/counter-sides.ts';
import type { EnginePorts } from '../../ports.ts';
import { gatherFacts } from '../../send/gather.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { earlierBalance } from '../../sync/counter-facts.ts';
import { isProven } from '../../sync/counter-proof.ts';

/** A charge that a person wants something done with, as Asaas has it now. */
export interface ActSubject {
  readonly settings: Settings;
  readonly panel: PanelSettings;
  readonly account: AccountSettings;
  readonly client: AsaasClient;
  readonly invoiceId: string;
  readonly charge: Charge;
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
  /** As it was read now; null where only Asaas was asked. */
  readonly invoice: Invoice | null;
}

const NOTHING_GIVEN: RefundSums = refundSums([]);
const FREE: Checked = {
  refusal: null,
  reasons: [],
  refunds: NOTHING_GIVEN,
  balance: null,
  receipt: null,
  invoice: null,
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
  if (refusal) return ok({ ...FREE, refusal });
  switch (kind) {
    case 'cancel':
    case 'bank-slip-refund':
      return ok(FREE);
    case 'refund':
      return checkRefund(subject, value);
    case 'undo-receive-in-cash': {
      const read = await invoiceNow(ports, subject);
      if (!read.ok) return read;
      const { invoice } = read.value;
      return ok({ ...FREE, invoice, refusal: undoRefusal(invoice) });
    }
    case 'receive-in-cash':
      return checkReceipt(ports, subject);
    case 'restore':
      return checkRestore(ports, subject);
  }
}

async function checkRefund(
  { client, charge, settings }: ActSubject,
  value: Cents | null,
): Promise<Result<Checked, FailureView>> {
  const read = await client.refunds(charge.id);
  if (!read.ok) return fail(asaasFailureView(read.error));
  const refunds = refundSums(read.value);
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
  const read = await invoiceNow(ports, subject);
  if (!read.ok) return read;
  const { invoice, before } = read.value;
  const { settings, panel, account, charge, invoiceId } = subject;
  const keys = ownKeys(panel.providerKey, panel.aliases);
  const pairs = keys.map((key): [string, string] => [key, invoiceId]);
  const jobs = await ports.ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
  const earlier = earlierBalance(charge, jobs, before);
  const outcome = counterStep(invoice, charge, todayInSaoPaulo(ports.clock.now()), earlier);
  const refusal = counterRefusal(outcome);
  if (refusal) return ok({ ...FREE, invoice, refusal });
  const claim = { settings, panel, account, invoice, before, isKnown: !!before, charge, jobs };
  const proof = await isProven(ports, claim, 'person');
  if (!proof.ok) return proof;
  if (!proof.value) return ok({ ...FREE, invoice, refusal: { code: 'unproven' } });
  const receipt = outcome.kind === 'close' || outcome.kind === 'lower' ? outcome : null;
  return ok({ ...FREE, invoice, receipt });
}

/** Everything is read and planned anew, as for a sending. */
async function checkRestore(
  ports: EnginePorts,
  { panel, invoiceId, charge }: ActSubject,
): Promise<Result<Checked, FailureView>> {
  const gathered = await gatherFacts(ports, panel, invoiceId, {});
  if (!gathered.ok) return gathered;
  const { facts } = gathered.value;
  const refused = restoreRefusal(facts, charge);
  return ok({ ...FREE, invoice: facts.invoice, ...refused });
}

function invoiceNow(ports: EnginePorts, { panel, invoiceId }: ActSubject) {
  return readCounterInvoice(ports, { origin: panel.origin, invoiceId, asked: true });
}
