import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { MessageChannel, MessageKind } from '../../../billing/message/kinds.ts';
import { withoutAccents } from '../../../billing/message/sms-length.ts';
import { fail, type Result } from '../../../billing/result.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { DrawerRequest } from '../../../messages/drawer.ts';
import type { MessageRefusal, PayerMessage } from '../../../messages/payer-message.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { compose, type Composed } from './compose.ts';
import { dailyCap } from './daily-cap.ts';
import { kindsOf } from './kinds-of.ts';
import { addressed, type Edited } from './leave.ts';
import { messagesOf } from './log.ts';
import { overdueCharges } from './overdue-charges.ts';
import { type Leaving, recordOpened, settleMessage } from './record.ts';
import { sendByIxc } from './send-by-ixc.ts';

/** A draft and the charges as they were when it was composed. */
interface Draft {
  readonly id: number;
  readonly composed: Composed;
  readonly charges: readonly ChargeRow[];
  readonly customerId: string;
}

type MessageOut = Extract<DrawerRequest, { verb: 'message-out' }>;

/** The operator's own message about the charge on screen: composed, opened elsewhere, and said to be sent. */
export function messagePart(context: DeskContext): DeskPart<'message'> {
  const { engine, origin } = context;
  let draft: Draft | null = null;
  let refusal: MessageRefusal | null = null;
  let drafts = 0;

  async function view(settings: Settings, standing: InvoiceStanding): Promise<PayerMessage | null> {
    const charge = told(standing);
    if (!charge) return null;
    const overdue = await overdueOf(charge);
    const kinds = kindsOf(charge, todayInSaoPaulo(engine.clock.now()), overdue.length);
    const log = await messagesOf(engine.ledger, charge.id);
    if (kinds.length === 0 && log.length === 0) return null;
    return {
      kinds,
      draft: shownDraft(),
      refusal,
      unread: draft?.composed.unread ?? null,
      cap: await dailyCap(engine, settings),
      log,
      ixc: settings.messages.ixcAction?.kind ?? null,
    };
  }

  function shownDraft(): PayerMessage['draft'] {
    if (!draft) return null;
    const { unread: _told, ...shown } = draft.composed;
    return { ...shown, id: draft.id };
  }

  async function overdueOf(charge: ChargeRow): Promise<readonly ChargeRow[]> {
    const customerId = context.gathered()?.facts.customer.id;
    const all = customerId === undefined ? [] : await overdueCharges(engine, origin, customerId);
    // Told beside the one on screen, or not at all.
    return all.some(({ id }) => id === charge.id) ? all : [];
  }

  async function composeNow(kind: MessageKind | null): Promise<MessageRefusal | null> {
    draft = null;
    if (kind === null) return null;
    const charge = told(await context.standing());
    const gathered = context.gathered();
    const settings = await engine.readSettings();
    const panel = settings.panels.find((known) => known.origin === origin);
    if (!charge || !panel) return { code: 'no-charge' };
    if (!gathered) return { code: 'customer-unread' };
    const { customer } = gathered.facts;
    const overdue = await overdueOf(charge);
    const kinds = kindsOf(charge, todayInSaoPaulo(engine.clock.now()), overdue.length);
    if (!kinds.includes(kind)) return { code: 'outdated' };
    const charges = kind === 'all-overdue' ? overdue : [charge];
    const made = await compose(engine, settings, { kind, customer, panel, charges });
    // Locked while the codes were read: nothing of the customer's is kept.
    if (context.gathered() !== gathered) return { code: 'customer-unread' };
    if (!made.ok) return made.error;
    drafts += 1;
    draft = { id: drafts, composed: made.value, charges, customerId: customer.id };
    return null;
  }

  async function out({ by, draft: id, ...edited }: MessageOut): Promise<MessageRefusal | null> {
    if (draft?.id !== id) return { code: 'outdated' };
    const current = draft;
    if (await hasChanged(current.charges)) {
      draft = null;
      return { code: 'outdated' };
    }
    const left = by === 'ixc' ? await byIxc(current, edited) : await byHand(current, edited, by);
    if (!left.ok) return left.error;
    // What was copied may still be opened, too.
    if (by !== 'copy') draft = null;
    return null;
  }

  async function byHand(
    current: Draft,
    edited: Edited,
    channel: MessageChannel,
  ): Promise<Result<unknown, MessageRefusal>> {
    const { messages } = context;
    const ready = addressed(current.composed, edited, channel);
    if (!ready.ok) return ready;
    const recorded = await recordOpened(engine, leavingOf(current, channel, ready.value.text));
    if (recorded.ok && ready.value.url !== null) await messages?.openTab(ready.value.url);
    return recorded;
  }

  async function byIxc(current: Draft, edited: Edited): Promise<Result<unknown, MessageRefusal>> {
    const { ixcAction } = (await engine.readSettings()).messages;
    if (!ixcAction || !context.messages) return fail({ code: 'ixc-off' });
    const channel = ixcAction.kind === 'sms' ? 'ixc-sms' : 'ixc-omnichannel';
    const ready = addressed(current.composed, edited, channel);
    if (!ready.ok) return ready;
    const { phone, provider } = current.composed;
    if (!('number' in phone)) return fail({ code: 'phone-none' });
    // The session reads and never writes, and what only a document gets through to cannot be asked to.
    if (context.gathered()?.facts.source !== 'direct') return fail({ code: 'ixc-unreachable' });
    const ask = await context.messages.ixcMessages(origin);
    if (!ask.ok) return fail({ code: 'ixc-unreachable' });
    const text = withoutAccents(ready.value.text);
    return sendByIxc(engine, leavingOf(current, channel, text), ask.value, {
      kind: ixcAction.kind,
      phone: phone.number,
      gatewayId: ixcAction.gatewayId,
      text,
      sender: withoutAccents(provider.name),
      customerId: current.customerId,
    });
  }

  function leavingOf(current: Draft, channel: MessageChannel, text: string): Leaving {
    const { charges, customerId, composed } = current;
    return { origin, customerId, charges, channel, kind: composed.kind, text };
  }

  /** Paid, changed or gone since it was composed: the message would not be true any more. */
  async function hasChanged(charges: readonly ChargeRow[]): Promise<boolean> {
    const now = await engine.ledger.charges.bulkGet(charges.map(({ id }) => id));
    return charges.some((before, index) => stateOf(now[index]) !== stateOf(before));
  }

  async function carryOut(request: DrawerRequest): Promise<boolean> {
    switch (request.verb) {
      case 'compose':
        refusal = await composeNow(request.kind);
        return true;
      case 'message-out':
        refusal = await out(request);
        return true;
      case 'message-settle': {
        const charge = told(await context.standing());
        if (charge) await settleMessage(engine, { ...request, chargeId: charge.id });
        return true;
      }
      default:
        return false;
    }
  }

  return {
    view,
    handle: async (request) => {
      const isOwn = await carryOut(request);
      if (isOwn) await context.show();
      return isOwn;
    },
    forget: () => {
      draft = null;
      refusal = null;
    },
  };
}

/** Nothing is told of a charge that is not known to be this customer's. */
function told({ charge, isConfirmed, isProven }: InvoiceStanding): ChargeRow | null {
  return isConfirmed && isProven ? charge : null;
}

function stateOf(charge: ChargeRow | undefined): string {
  if (!charge) return '';
  const { status, deleted, value, dueDate } = charge;
  return JSON.stringify([status, deleted, value, dueDate]);
}
