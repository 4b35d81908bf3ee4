import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { ChargeStory } from '../../../billing/charge.ts';
import type { Invoice } from '../../../billing/invoice.ts';
import { chargeRow, putCharge } from '../../../ledger/charges.ts';
import type { ChargeRow, InvoiceRow } from '../../../ledger/rows.ts';
import type { ChargeDetails } from '../../../messages/charge-details.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PanelSettings, Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { shownKeys } from '../../panel/shown-keys.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { auditLines } from './audit-lines.ts';
import { moneyOf } from './money.ts';
import { otherInvoices } from './other-invoices.ts';
import { timelineOf } from './timeline.ts';

interface Told {
  /** What it was read of: another status or value is read anew. */
  readonly of: string;
  readonly story: (ChargeStory & { readonly readAt: number }) | null;
  readonly failure: FailureView | null;
  readonly reading: boolean;
}

const NO_OTHERS: ChargeDetails['others'] = { open: [], lastPaid: null, complete: false };

/** What is told of the charge on screen once somebody opens the details; nothing is read before. */
export function detailsPart(context: DeskContext): DeskPart<'details'> {
  const { engine, origin, invoiceId } = context;
  const { ledger } = engine;
  let asked = false;
  let told: Told | null = null;
  let others: readonly Invoice[] | null = null;

  async function view(
    settings: Settings,
    { charge: standing, isProven }: InvoiceStanding,
  ): Promise<ChargeDetails | null> {
    const panel = settings.panels.find((known) => known.origin === origin);
    if (!asked || !panel) return null;
    // Of a charge that may be another provider's nothing is told.
    const charge = isProven ? standing : null;
    const invoice = (await ledger.invoices.get([origin, invoiceId])) ?? null;
    const keys = await shownKeys(ledger, settings, panel);
    if (charge && told?.of !== subjectOf(charge)) tell(charge);
    const story = charge && told?.of === subjectOf(charge) ? told.story : null;
    const now = engine.clock.now();
    return {
      reading: told?.reading ?? false,
      failure: told?.failure ?? null,
      viewed: story && lastView(story),
      timeline: timelineOf({
        invoice,
        charge,
        story,
        happenings: charge
          ? await ledger.happenings.where('chargeId').equals(charge.id).toArray()
          : [],
        jobs: isProven ? await jobsOf(keys) : [],
        now,
      }),
      money: charge && moneyOf(charge, story, todayInSaoPaulo(now)),
      audit: await auditLines(ledger, { invoiceId, keys }, engine.installationId),
      others: await othersOf(panel, invoice),
    };
  }

  function jobsOf(keys: readonly string[]) {
    return ledger.jobs
      .where('[providerKey+invoiceId]')
      .anyOf(keys.map((key): [string, string] => [key, invoiceId]))
      .toArray();
  }

  function othersOf(panel: PanelSettings, invoice: InvoiceRow | null) {
    const about = context.gathered()?.facts.invoice ?? invoice;
    return about ? otherInvoices(engine, panel, about, others) : NO_OTHERS;
  }

  /** Beside the snapshots: a view waits for no network. */
  function tell(charge: ChargeRow): void {
    const of = subjectOf(charge);
    told = { of, story: told?.story ?? null, failure: null, reading: true };
    storyOf(charge)
      .then((read) => {
        if (told?.of !== of) return;
        told = { of, story: null, failure: null, ...read, reading: false };
        return context.show();
      })
      .catch(() => {
        if (told?.of === of) told = { ...told, reading: false };
      });
  }

  async function storyOf(charge: ChargeRow): Promise<Partial<Pick<Told, 'story' | 'failure'>>> {
    const { accounts } = await engine.readSettings();
    const account = accounts.find(({ id }) => id === charge.accountId);
    const client = account ? await engine.asaas(account, 'person') : null;
    if (client === null) return {};
    if (!client.ok) return { failure: client.error };
    const readAt = engine.now();
    const answer = await client.value.tellCharge(charge.id);
    if (!answer.ok) return { failure: asaasFailureView(answer.error) };
    const row = chargeRow(answer.value.charge, readAt);
    if (row && (await putCharge(ledger, row, engine.now())) && hasChanged(charge, row)) {
      engine.events.changed(row);
    }
    return { story: { ...answer.value.story, readAt } };
  }

  /** What IXC says is open, where it can be asked: nothing here waits for it or fails by it. */
  async function readOthers(): Promise<void> {
    const stored = await ledger.invoices.get([origin, invoiceId]);
    const customerId = context.gathered()?.facts.invoice.customerId ?? stored?.customerId;
    const reader = customerId === undefined ? null : await engine.ixc(origin);
    if (customerId === undefined || !reader?.ok || reader.value.source === 'hand') return;
    const read = await reader.value.client.openInvoicesOf([customerId]);
    if (!read.ok || !asked) return;
    others = read.value;
    await context.show();
  }

  async function openOther(id: string): Promise<void> {
    const shown = await view(await engine.readSettings(), await context.standing());
    const { open = [], lastPaid = null } = shown?.others ?? {};
    if ([...open, lastPaid].some((each) => each?.id === id)) await context.openInvoice?.(id);
  }

  return {
    view,
    handle: async (request) => {
      switch (request.verb) {
        case 'details':
          asked = true;
          told = null;
          readOthers().catch(() => undefined);
          await context.show();
          return true;
        case 'open-invoice':
          await openOther(request.id);
          return true;
        default:
          return false;
      }
    },
    forget: () => {
      asked = false;
      told = null;
      others = null;
    },
  };
}

function subjectOf({ id, status, deleted, value, dueDate }: ChargeRow): string {
  return JSON.stringify([id, status, deleted, value, dueDate]);
}

function hasChanged(before: ChargeRow, after: ChargeRow): boolean {
  return subjectOf(before) !== subjectOf(after);
}

/** Whichever was opened last. */
function lastView({ invoiceViewedAt, slipViewedAt }: ChargeStory): ChargeDetails['viewed'] {
  const isSlip = (slipViewedAt ?? 0) > (invoiceViewedAt ?? 0);
  return isSlip ? { at: slipViewedAt, by: 'slip' } : { at: invoiceViewedAt, by: 'invoice' };
}
