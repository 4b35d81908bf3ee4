import type { MessageKind } from '../../../billing/message/kinds.ts';
import type { DrawerRequest } from '../../../messages/drawer.ts';
import type { MessageRefusal, PayerMessage } from '../../../messages/payer-message.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { withheldBecause } from '../../palette/payable.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { aroundCharge } from './around.ts';
import { dailyCap } from './daily-cap.ts';
import { told, writeDraft, type Written } from './draft.ts';
import { kindsOf } from './kinds-of.ts';
import { messagesOf } from './log.ts';
import { leave } from './out.ts';
import { settleMessage } from './record.ts';

interface Draft extends Written {
  readonly id: number;
  readonly tries: number;
}

type MessageOut = Extract<DrawerRequest, { verb: 'message-out' }>;

/** After these the text says what is not so. */
const OVER: ReadonlySet<MessageRefusal['code']> = new Set([
  'outdated',
  'no-charge',
  'closed-in-ixc',
  'several',
  'unproven',
]);

/** The operator's own message about the charge on screen: composed, opened elsewhere, and said to be sent. */
export function messagePart(context: DeskContext): DeskPart<'message'> {
  const { engine, origin } = context;
  let draft: Draft | null = null;
  let refusal: MessageRefusal | null = null;
  let drafts = 0;

  async function view(settings: Settings, standing: InvoiceStanding): Promise<PayerMessage | null> {
    const charge = told(standing);
    if (!charge) return null;
    const customerId = context.gathered()?.facts.customer.id ?? null;
    const around = await aroundCharge(engine, origin, charge, customerId);
    const kinds = kindsOf(charge, around);
    const log = await messagesOf(engine, charge.id);
    const withheld = around.refused && withheldBecause(around.refused);
    if (kinds.length === 0 && log.length === 0 && withheld === null) return null;
    return {
      kinds,
      withheld,
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
    return { ...shown, id: draft.id, tries: draft.tries };
  }

  async function composeNow(kind: MessageKind | null): Promise<MessageRefusal | null> {
    draft = null;
    if (kind === null) return null;
    const written = await writeDraft(context, kind);
    if (!written.ok) return written.error;
    drafts += 1;
    draft = { ...written.value, id: drafts, tries: 0 };
    return null;
  }

  async function out({ by, draft: id, ...edited }: MessageOut): Promise<MessageRefusal | null> {
    if (draft?.id !== id) return { code: 'outdated' };
    const left = await leave(context, draft, edited, by);
    // What was copied may still be opened, too.
    const isOver = left.ok ? by !== 'copy' : OVER.has(left.error.code);
    draft = isOver ? null : { ...draft, tries: draft.tries + 1 };
    return left.ok ? null : left.error;
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
