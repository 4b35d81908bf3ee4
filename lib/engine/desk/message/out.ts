import type { MessageChannel } from '../../../billing/message/kinds.ts';
import { withoutAccents } from '../../../billing/message/sms-length.ts';
import { fail, type Result } from '../../../billing/result.ts';
import type { MessageRow } from '../../../ledger/message-rows.ts';
import type { MessageRefusal } from '../../../messages/payer-message.ts';
import type { DeskContext } from '../part.ts';
import type { Written } from './draft.ts';
import { addressed, type Edited } from './leave.ts';
import { type Leaving, recordOpened } from './record.ts';
import { sendByIxc } from './send-by-ixc.ts';
import { stillTrue } from './still-true.ts';

type Left = Promise<Result<MessageRow, MessageRefusal>>;

/**
 * Lets a message leave, if what it says is still so. What a person opens and reads again may go although
 * nobody could be asked; IXC sends nothing that was not looked at just before.
 */
export async function leave(
  context: DeskContext,
  written: Written,
  edited: Edited,
  by: 'whatsapp' | 'mail' | 'copy' | 'ixc',
): Left {
  const { engine, origin } = context;
  const { composed, charges } = written;
  const still = await stillTrue(engine, origin, composed.kind, charges);
  if (!still.ok) return still;
  if (by !== 'ixc') return byHand(context, written, edited, by);
  return still.value === null ? byIxc(context, written, edited) : fail({ code: 'unchecked' });
}

async function byHand(
  { engine, origin, messages }: DeskContext,
  written: Written,
  edited: Edited,
  channel: MessageChannel,
): Left {
  const ready = addressed(written.composed, edited, channel);
  if (!ready.ok) return ready;
  const { text, url } = ready.value;
  const recorded = await recordOpened(engine, leavingOf(origin, written, channel, text));
  if (recorded.ok && url !== null) await messages?.openTab(url);
  return recorded;
}

async function byIxc(context: DeskContext, written: Written, edited: Edited): Left {
  const { engine, origin, messages } = context;
  const { ixcAction } = (await engine.readSettings()).messages;
  if (!ixcAction || !messages) return fail({ code: 'ixc-off' });
  const channel = ixcAction.kind === 'sms' ? 'ixc-sms' : 'ixc-omnichannel';
  const ready = addressed(written.composed, edited, channel);
  if (!ready.ok) return ready;
  const { phone, provider } = written.composed;
  if (!('number' in phone)) return fail({ code: 'phone-none' });
  // The session reads and never writes, and what only a document gets through to cannot be asked to.
  if (context.gathered()?.facts.source !== 'direct') return fail({ code: 'ixc-unreachable' });
  const ask = await messages.ixcMessages(origin);
  if (!ask.ok) return fail({ code: 'ixc-unreachable' });
  const text = withoutAccents(ready.value.text);
  return sendByIxc(engine, leavingOf(origin, written, channel, text), ask.value, {
    kind: ixcAction.kind,
    phone: phone.number,
    gatewayId: ixcAction.gatewayId,
    text,
    sender: withoutAccents(provider.name),
    customerId: written.customerId,
  });
}

function leavingOf(
  origin: string,
  { composed, charges, customerId }: Written,
  channel: MessageChannel,
  text: string,
): Leaving {
  return { origin, customerId, charges, channel, kind: composed.kind, text };
}
