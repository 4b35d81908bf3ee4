import { fail, ok, type Result } from '../../../billing/result.ts';
import type { MessageKind } from '../../../billing/message/kinds.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { CopyRefusal } from '../../../messages/palette.ts';
import type { MessageRefusal } from '../../../messages/payer-message.ts';
import type { PanelSettings } from '../../../settings/settings.ts';
import type { Codes } from '../../drawer/payment-codes.ts';
import { currentCharge, type NoCopy } from '../../palette/current-codes.ts';
import { overdueNow } from '../../palette/overdue-now.ts';
import { payableCharge } from '../../palette/payable.ts';
import { readAgain } from '../../palette/read-again.ts';
import type { EnginePorts } from '../../ports.ts';
import { overdueInvoices } from './overdue-invoices.ts';

/** What a message tells of, as Asaas and IXC know it now. */
export interface About {
  /** At least one. */
  readonly charges: readonly ChargeRow[];
  /** Of the only one. */
  readonly codes: Codes | null;
  /** Overdue invoices that it ought to name and cannot. */
  readonly left: number;
  /** Why not all of it could be read again. */
  readonly unread: FailureView | null;
}

/** The charges that a message of a kind is about, each read again; or why it is not written. */
export async function chargesAbout(
  engine: EnginePorts,
  panel: PanelSettings,
  kind: MessageKind,
  charge: ChargeRow,
  customerId: string,
): Promise<Result<About, MessageRefusal>> {
  switch (kind) {
    case 'received':
      return paid(engine, charge);
    case 'all-overdue':
      return allOverdue(engine, panel, customerId);
    default:
      return one(engine, panel, charge);
  }
}

async function one(
  engine: EnginePorts,
  { origin }: PanelSettings,
  { invoiceId }: ChargeRow,
): Promise<Result<About, MessageRefusal>> {
  const current = await currentCharge(engine, { origin, invoiceId }, 'codes');
  if (current.ok) {
    const { charge, codes, unread } = current.value;
    return ok({ charges: [charge], codes, left: 0, unread });
  }
  if ('refused' in current.error) return fail(refusalOf(current.error.refused));
  // Nobody can be asked about it just now: it is written of what is known, and says so.
  const known = await payableCharge(engine, { origin, invoiceId });
  if (!known.ok) return fail(refusalOf(known.error));
  const { failure } = current.error;
  const codes: Codes = { row: null, failure, lapsed: false };
  return ok({ charges: [known.value], codes, left: 0, unread: failure });
}

/** What was paid is thanked for, and IXC need not say so yet. */
export async function paid(
  engine: EnginePorts,
  charge: ChargeRow,
): Promise<Result<About, MessageRefusal>> {
  const { accounts } = await engine.readSettings();
  const account = accounts.find(({ id }) => id === charge.accountId);
  const client = account ? await engine.asaas(account) : null;
  const unread: FailureView | null =
    client === null
      ? { code: 'no-account' }
      : client.ok
        ? await readAgain(engine, client.value, charge)
        : client.error;
  const now = await engine.ledger.charges.get(charge.id);
  return now ? ok({ charges: [now], codes: null, left: 0, unread }) : fail({ code: 'no-charge' });
}

async function allOverdue(
  engine: EnginePorts,
  panel: PanelSettings,
  customerId: string,
): Promise<Result<About, MessageRefusal>> {
  const invoices = await overdueInvoices(engine, panel, customerId);
  if (!invoices.ok) return fail({ code: 'overdue-unread' });
  const overdue = await overdueNow(engine, panel.origin, invoices.value);
  if (overdue.ok) return ok({ ...overdue.value, codes: null });
  return fail('failure' in overdue.error ? { code: 'overdue-unread' } : noneOverdue(overdue.error));
}

function noneOverdue({ refused }: Extract<NoCopy, { refused: unknown }>): MessageRefusal {
  return refused === 'nothing-overdue' ? { code: 'outdated' } : refusalOf(refused);
}

/** Why a charge is not asked for, in the words of a message. */
export function refusalOf(refused: CopyRefusal): MessageRefusal {
  switch (refused) {
    case 'no-charge':
    case 'closed-in-ixc':
    case 'several':
    case 'unproven':
      return { code: refused };
    default:
      return { code: 'outdated' };
  }
}
