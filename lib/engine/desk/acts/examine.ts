import type { ActRefusal, SeenCharge } from '../../../billing/acts/charge-act.ts';
import type { Charge } from '../../../billing/charge.ts';
import { cents, type Cents } from '../../../billing/money.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import { chargeRow, putCharge } from '../../../ledger/charges.ts';
import type { FailureView } from '../../../messages/failure.ts';
import { invoiceStanding } from '../../drawer/standing.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { type ActSubject, checkAct, type Checked } from './check.ts';
import type { ActAbout } from './pending.ts';
import { jobsOfInvoice, pageStandsRefusal, underWayRefusal } from './under-way.ts';

/** Everything about an act, read now: what its window shows, and what its confirmation rests on. */
export interface Examined {
  readonly subject: ActSubject;
  readonly providerKey: string;
  readonly checked: Checked;
  readonly seen: SeenCharge;
  /** ms since the epoch. */
  readonly seenAt: number;
}

/** Reads the charge, its payer and whatever decides. Changes nothing. `value` in cents, of a refund. */
export async function examineAct(
  ports: EnginePorts,
  { origin, invoiceId, chargeId, kind }: ActAbout,
  value: Cents | null = null,
): Promise<Result<Examined, FailureView>> {
  const settings = await ports.readSettings();
  const panel = settings.panels.find((known) => known.origin === origin);
  if (!panel) return fail({ code: 'panel-unknown' });
  const standing = await invoiceStanding(ports, settings, { origin, invoiceId });
  const known = standing.charge?.id === chargeId ? standing.charge : null;
  // Another charge speaks for the invoice than the drawer showed.
  if (!known) return fail({ code: 'plan-outdated' });
  const account = settings.accounts.find(({ id }) => id === known.accountId);
  if (!account) return fail({ code: 'no-account' });
  const client = await ports.asaas(account, 'person');
  if (!client.ok) return client;

  const seenAt = ports.now();
  const read = await client.value.getCharge(chargeId);
  if (!read.ok) return fail(asaasFailureView(read.error));
  const row = chargeRow(read.value, seenAt);
  if (row) await putCharge(ports.ledger, row, ports.now());
  if (row?.invoiceId !== invoiceId || row.providerKey !== known.providerKey) {
    return fail({ code: 'charge-reassigned' });
  }
  ports.events.changed(row);
  const payer = await client.value.getPayer(read.value.payerId);
  if (!payer.ok) return fail(asaasFailureView(payer.error));

  const charge = read.value;
  const { value: asaas } = client;
  const subject = {
    settings,
    panel,
    account,
    client: asaas,
    invoiceId,
    charge,
    payer: payer.value,
  };
  const barred = await barredBy(ports, kind, standing, subject);
  const checked = await checkAct(ports, kind, subject, value);
  if (!checked.ok) return checked;
  const refusal = barred ?? checked.value.refusal;
  return ok({
    subject,
    providerKey: row.providerKey,
    checked: { ...checked.value, refusal },
    seen: seenOf(charge, checked.value),
    seenAt,
  });
}

function seenOf(charge: Charge, { refunds }: Checked): SeenCharge {
  const { status, value, dueDate } = charge;
  return { status, value, dueDate, refunded: cents(refunds.done + refunds.underWay) };
}

/** What keeps anything from being done with the charge, whatever the act. */
async function barredBy(
  ports: EnginePorts,
  kind: ActAbout['kind'],
  { isConfirmed, isProven }: Awaited<ReturnType<typeof invoiceStanding>>,
  { settings, panel, invoiceId, charge, account }: ActSubject,
): Promise<ActRefusal | null> {
  if (!isConfirmed || panel.providerKey === null) return { code: 'not-confirmed' };
  if (!isProven) return { code: 'unproven' };
  const { providerKey, origin } = panel;
  const jobs = await jobsOfInvoice(ports, settings, { origin, providerKey, invoiceId });
  const about = { environment: account.environment, chargeId: charge.id };
  return underWayRefusal(jobs, kind, about) ?? pageStandsRefusal(jobs, kind, about);
}
