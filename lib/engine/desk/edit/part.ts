import type { EditAsked, EditFormKind, EditRefusal } from '../../../billing/edit/charge-edit.ts';
import { standingRefusal } from '../../../billing/edit/plan-edit.ts';
import { environmentOf } from '../../../ledger/charges.ts';
import type { ChargeRow, JobRow } from '../../../ledger/rows.ts';
import type { ChargeEdit } from '../../../messages/charge-edit.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { enqueueEdit } from '../../outbox/edit-queue.ts';
import { jobView } from '../../outbox/job-view.ts';
import { runSoon } from '../../outbox/runner.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { underWayRefusal, jobsOfInvoice } from '../acts/under-way.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { callOff } from '../shown-job.ts';
import { ixcStill } from './ixc-still.ts';
import { toldEdit } from './newest-edit.ts';
import { formView, type OpenForm, previewOf } from './open-form.ts';

/** Another due date, method, description or terms for the charge on screen. */
export function editPart(context: DeskContext): DeskPart<'edit'> {
  const { engine, runner, origin, invoiceId } = context;
  let form: OpenForm | null = null;
  let forms = 0;

  async function view(settings: Settings, standing: InvoiceStanding): Promise<ChargeEdit | null> {
    const { charge, isConfirmed, isProven } = standing;
    if (!charge || !isConfirmed || !isProven) return null;
    const jobs = await jobsOfInvoice(engine, settings, aboutOf(charge));
    const job = toldEdit(jobs, charge.id, engine.now());
    const facts = context.gathered()?.facts ?? null;
    const isOwn = form?.edited == null || form.edited.charge.id === charge.id;
    return {
      chargeId: charge.id,
      refusal: refusalOf(jobs, charge) ?? unread(),
      form: form && facts && isOwn ? formView(form, facts) : null,
      job: job ? await jobView(engine, job) : null,
      replacesEarlier: job?.state === 'done' && (!!job.edit.dueDate || !!job.edit.value),
      ixcStill: await stillOf(jobs, charge),
    };
  }

  /** A sending that is still looked at holds the invoice: whatever is asked meanwhile would be that job. */
  function refusalOf(jobs: readonly JobRow[], charge: ChargeRow): EditRefusal | null {
    return standingRefusal(charge) ?? underWayRefusal(jobs, 'restore', aboutOf(charge));
  }

  /** What would be shown needs the invoice: a press that shows nothing would be one that was lost. */
  function unread(): EditRefusal | null {
    return context.isUnread?.() === true ? { code: 'invoice-unread' } : null;
  }

  function aboutOf(charge: ChargeRow) {
    const { providerKey, accountId, id } = charge;
    return { origin, providerKey, invoiceId, chargeId: id, environment: environmentOf(accountId) };
  }

  async function stillOf(
    jobs: readonly JobRow[],
    charge: ChargeRow,
  ): Promise<ChargeEdit['ixcStill']> {
    const read = await engine.ledger.invoices.get([origin, invoiceId]);
    const invoice = context.gathered()?.facts.invoice ?? read;
    return invoice ? ixcStill(jobs, charge, invoice) : null;
  }

  async function open(kind: EditFormKind | null): Promise<void> {
    forms += 1;
    form = kind && { kind, id: forms, edited: null, preview: null, failure: null };
    await context.show();
    const own = form;
    const { charge } = await context.standing();
    if (!own || !charge) return;
    const { accounts } = await engine.readSettings();
    const account = accounts.find(({ id }) => id === charge.accountId);
    const client = account ? await engine.asaas(account, 'person') : null;
    const read = client?.ok ? await client.value.getEditedCharge(charge.id) : null;
    if (form !== own) return;
    if (read?.ok) form = { ...own, edited: read.value };
    else if (read) form = { ...own, failure: asaasFailureView(read.error) };
    else form = { ...own, failure: client?.ok === false ? client.error : { code: 'no-account' } };
    return context.show();
  }

  function preview(asked: EditAsked): Promise<void> {
    const facts = context.gathered()?.facts;
    if (form?.edited && facts) {
      form = { ...form, preview: previewOf(engine, facts, form.edited, asked), failure: null };
    }
    return context.show();
  }

  /** Of the very preview on screen, made once more: midnight may have come between. */
  async function confirm(editId: string): Promise<void> {
    const gathered = context.gathered();
    const { edited = null, preview: shown = null } = form ?? {};
    if (!form || !edited || !shown || !gathered?.account) return context.show();
    const { facts, account, typed } = gathered;
    const again = previewOf(engine, facts, edited, shown.asked);
    const { charge } = await context.standing();
    const { plan } = again;
    const { providerKey, invoice, source } = facts;
    const isSame = again.editId === editId && charge?.id === edited.charge.id;
    const isMeant = isSame && charge.accountId === account.id;
    if (!isMeant || plan.kind !== 'edit' || providerKey === null || invoice.dueDate === null) {
      form = { ...form, preview: again, failure: { code: 'plan-outdated' } };
      return context.show();
    }
    const jobs = await jobsOfInvoice(engine, await engine.readSettings(), aboutOf(charge));
    if (refusalOf(jobs, charge)) return context.show();
    // The confirmation is the reading of what was typed: its ten minutes begin now.
    if (typed !== null) await engine.typed.write(origin, invoiceId, typed);
    const { isNew } = await enqueueEdit(engine, {
      account,
      origin,
      providerKey,
      invoiceId,
      targetId: charge.id,
      confirmation: editId,
      asked: shown.asked,
      edit: plan.edit,
      invoiceDueDate: invoice.dueDate,
      source,
    });
    form = isNew ? null : { ...form, failure: { code: 'plan-outdated' } };
    await context.show();
    runSoon(runner);
  }

  return {
    view,
    handle: async (request) => {
      switch (request.verb) {
        case 'edit':
          await open(request.form);
          return true;
        case 'edit-preview':
          await preview(request.asked);
          return true;
        case 'edit-confirm':
          await confirm(request.editId);
          return true;
        case 'cancel-edit':
          await callOff(context, view, request.jobId);
          return true;
        default:
          return false;
      }
    },
    forget: () => {
      form = null;
    },
  };
}
