import type { MessageKind } from '../../../billing/message/kinds.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { MessageRefusal } from '../../../messages/payer-message.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import type { DeskContext } from '../part.ts';
import { chargesAbout, refusalOf } from './about.ts';
import { aroundCharge } from './around.ts';
import { compose, type Composed } from './compose.ts';
import { kindsOf } from './kinds-of.ts';

/** What was composed, of whom, and the charges as they were then. */
export interface Written {
  readonly composed: Composed;
  readonly charges: readonly ChargeRow[];
  readonly customerId: string;
}

/** Reads what a message of a kind is about, and writes it. */
export async function writeDraft(
  context: DeskContext,
  kind: MessageKind,
): Promise<Result<Written, MessageRefusal>> {
  const { engine, origin } = context;
  const charge = told(await context.standing());
  const gathered = context.gathered();
  const settings = await engine.readSettings();
  const panel = settings.panels.find((known) => known.origin === origin);
  if (!charge || !panel) return fail({ code: 'no-charge' });
  if (!gathered) return fail({ code: 'customer-unread' });
  const { customer } = gathered.facts;
  const before = await aroundCharge(engine, origin, charge, customer.id);
  if (!kindsOf(charge, before).includes(kind)) {
    return fail(before.refused === null ? { code: 'outdated' } : refusalOf(before.refused));
  }
  const about = await chargesAbout(engine, panel, kind, charge, customer.id);
  if (!about.ok) return about;
  const { charges } = about.value;
  const now = charges.find(({ id }) => id === charge.id);
  // Another charge speaks for the invoice by now, or this one is not what the message is for.
  const fits = now && kindsOf(now, { ...before, isPayable: true }).includes(kind);
  if (!fits) return fail({ code: 'outdated' });
  const made = compose(engine, settings, { kind, customer, panel, about: about.value });
  // Locked while it was read: nothing of the customer's is kept.
  if (context.gathered()?.facts.customer.id !== customer.id)
    return fail({ code: 'customer-unread' });
  return made.ok ? ok({ composed: made.value, charges, customerId: customer.id }) : made;
}

/** Nothing is told of a charge that is not known to be this customer's. */
export function told({ charge, isConfirmed, isProven }: InvoiceStanding): ChargeRow | null {
  return isConfirmed && isProven ? charge : null;
}
