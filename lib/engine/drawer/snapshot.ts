import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { maskDocument } from '../../billing/document.ts';
import { isExpired } from '../../billing/pix-expiry.ts';
import { classifyCharge } from '../../billing/status.ts';
import type { Cents } from '../../billing/money.ts';
import type { SendChoices, SendFacts, SendPlan } from '../../billing/send-plan.types.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { ReadingSource } from '../../billing/reading-source.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type {
  DrawerCharge,
  DrawerPayer,
  DrawerSnapshot,
  WithheldCharge,
} from '../../messages/drawer.ts';
import type { Desk } from '../desk/desk.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelUser } from '../../messages/panel.ts';
import type { Settings } from '../../settings/settings.ts';
import { jobView } from '../outbox/job-view.ts';
import { payableCharge, withheldBecause } from '../palette/payable.ts';
import type { EnginePorts } from '../ports.ts';
import { chargingAccount } from '../send/charging-account.ts';
import type { Gathered } from '../send/gather.ts';
import type { ChosenInstead } from './chosen-instead.ts';
import type { Codes } from './payment-codes.ts';
import { invoiceStanding, isUnderWay, type InvoiceStanding } from './standing.ts';

/** What a drawer keeps in memory besides the ledger. Lost with the worker, and read anew. */
export interface DrawerMemory {
  readonly origin: string;
  readonly invoiceId: string;
  /** What the plan on screen was made with. */
  readonly choices: SendChoices;
  readonly gathered: Gathered | null;
  readonly plan: SendPlan | null;
  readonly planId: string | null;
  /** How the invoice was read last; null before the first reading. */
  readonly source: ReadingSource | null;
  /** What stood at the invoice when it was planned, see `standingMark`. */
  readonly mark: string | null;
  readonly fee: Cents | null;
  readonly codes: Codes | null;
  readonly failure: FailureView | null;
  readonly instead: DrawerSnapshot['instead'];
  readonly chosen: ChosenInstead | null;
  /** Who works in the panel. The name is here and nowhere else. */
  readonly operator: PanelUser | null;
  readonly busy: boolean;
}

/** Of a drawer that was just opened: everything is still to be read. */
export function blankMemory(origin: string, invoiceId: string): DrawerMemory {
  return {
    origin,
    invoiceId,
    choices: {},
    gathered: null,
    plan: null,
    planId: null,
    source: null,
    mark: null,
    fee: null,
    codes: null,
    failure: null,
    instead: null,
    chosen: null,
    operator: null,
    busy: true,
  };
}

/** All that the drawer shows, in one piece. Codes belong to the charge they were fetched for, or are left out. */
export async function drawerSnapshot(
  ports: EnginePorts,
  settings: Settings,
  memory: DrawerMemory,
  desk: Pick<Desk, 'view'>,
): Promise<DrawerSnapshot> {
  const panel = settings.panels.find(({ origin }) => origin === memory.origin);
  const facts = memory.gathered?.facts;
  const standing = await invoiceStanding(ports, settings, memory);
  const { charge, job, isConfirmed, isProven } = standing;
  const payable = charge ? await payableCharge(ports, memory) : null;
  const refused = payable?.ok === false ? withheldBecause(payable.error) : null;
  const invoice = await shownInvoice(ports, memory);
  const account = panel && invoice ? chargingAccount(settings, panel, invoice) : null;
  return {
    invoice: invoice
      ? {
          id: invoice.id,
          dueDate: invoice.dueDate,
          value: invoice.value,
          open: invoice.open,
          carteira: facts?.carteira?.description ?? invoice.carteiraId,
          readAt: invoice.readAt,
        }
      : null,
    customer: facts
      ? {
          name: facts.customer.name,
          document: facts.customer.document === '' ? '' : maskDocument(facts.customer.document),
          email: facts.customer.email,
          phone: facts.customer.mobilePhone ?? facts.customer.phone,
          id: facts.customer.id,
        }
      : null,
    account: account ? { name: account.name, environment: account.environment } : null,
    source: memory.source,
    rights: { mayOverride: settings.security.role === 'finance' },
    // While a job stands nothing else is offered: it would be the same job.
    plan: isUnderWay(job) ? null : withoutDocument(memory.plan),
    planId: isUnderWay(job) ? null : memory.planId,
    payers: facts ? payersOf(facts) : [],
    notifier: settings.sending.notifier,
    fee: memory.fee,
    defaults: {
      billingType: settings.sending.billingType,
      accrued: settings.sending.overdue.accrued,
      today: todayInSaoPaulo(ports.clock.now()),
    },
    job: job ? await jobView(ports, job) : null,
    charge: charge
      ? withheld(drawerCharge(ports, charge, memory.codes), { isConfirmed, isProven, refused })
      : null,
    desk: await desk.view(settings, standing),
    operator: memory.operator,
    clockOffset: ports.clock.offset(),
    failure: memory.failure,
    instead: memory.instead,
    busy: memory.busy,
  };
}

/** The payers that the plan is about, for choosing by name. */
function payersOf({ payersByReference, payersByDocument }: SendFacts): DrawerPayer[] {
  const ours = new Set(payersByReference.map(({ id }) => id));
  const all = new Map([...payersByReference, ...payersByDocument].map((one) => [one.id, one]));
  return [...all.values()]
    .filter(({ deleted }) => !deleted)
    .map(({ id, name, document, reference, contact }) => ({
      id,
      name,
      document: document === '' ? '' : maskDocument(document),
      ours: ours.has(id),
      email: contact?.email ?? null,
      phone: contact?.mobilePhone ?? contact?.phone ?? null,
      reference,
    }));
}

/** The plan as the drawer needs it: it names the payer, and never sees a whole CPF. */
function withoutDocument(plan: SendPlan | null): SendPlan | null {
  if (plan?.kind !== 'new' || plan.payer.kind !== 'known') return plan;
  const { payer } = plan.payer;
  const { id, name, reference, deleted } = payer;
  const document = payer.document === '' ? '' : maskDocument(payer.document);
  return { ...plan, payer: { kind: 'known', payer: { id, name, document, reference, deleted } } };
}

/** The last reading; what was typed by hand is in memory alone, since the ledger keeps only what was read. */
async function shownInvoice(
  { ledger, now }: EnginePorts,
  { origin, invoiceId, gathered }: DrawerMemory,
): Promise<(Invoice & { readonly readAt: number }) | null> {
  if (gathered?.facts.source === 'hand') return { ...gathered.facts.invoice, readAt: now() };
  return (await ledger.invoices.get([origin, invoiceId])) ?? null;
}

/**
 * Under a key that nobody confirmed a charge is shown, and nothing of it can be passed on to be paid; nor of
 * one that would be paid twice. Of
 * one that may be another provider's nothing is said either, least of all that it was paid.
 */
function withheld(
  charge: DrawerCharge,
  {
    isConfirmed,
    isProven,
    refused,
  }: Pick<InvoiceStanding, 'isConfirmed' | 'isProven'> & {
    readonly refused: WithheldCharge | null;
  },
): DrawerCharge {
  if (isConfirmed && isProven && refused === null) return charge;
  const nothing = { invoiceUrl: null, bankSlipUrl: null, pix: null, linhaDigitavel: null };
  const shown = { ...charge, ...nothing, codesFailure: null };
  if (isConfirmed && isProven && refused !== null) return { ...shown, withheld: refused };
  if (isProven) return shown;
  const unpaid = { netValue: null, paymentDate: null, creditDate: null };
  return { ...shown, ...unpaid, group: 'unknown', status: '', unproven: true };
}

function drawerCharge(ports: EnginePorts, charge: ChargeRow, codes: Codes | null): DrawerCharge {
  const row = codes?.row?.chargeId === charge.id ? codes.row : null;
  const isLapsed = codes?.lapsed === true && charge.status === 'OVERDUE';
  return {
    id: charge.id,
    group: classifyCharge(charge, todayInSaoPaulo(ports.clock.now())),
    status: charge.status,
    billingType: charge.billingType,
    value: charge.value,
    netValue: charge.netValue,
    dueDate: charge.dueDate,
    paymentDate: charge.paymentDate,
    creditDate: charge.creditDate,
    invoiceUrl: charge.invoiceUrl,
    bankSlipUrl: charge.bankSlipUrl,
    seenAt: charge.seenAt,
    pix: row?.pix && !isExpired(row.pix, ports.clock.now()) ? row.pix : null,
    linhaDigitavel: row?.linhaDigitavel ?? null,
    registrationLapsed: isLapsed,
    codesFailure: codes?.failure ?? null,
  };
}
