import type { LoggedMessage } from '../../../messages/payer-message.ts';
import type { EnginePorts } from '../../ports.ts';

/** As many as a person looks back at. */
const MOST = 10;

/** The last messages of a charge, the newest first. */
export async function messagesOf(
  { ledger, installationId }: Pick<EnginePorts, 'ledger' | 'installationId'>,
  chargeId: string,
): Promise<readonly LoggedMessage[]> {
  const rows = await ledger.messages.where('chargeIds').equals(chargeId).toArray();
  return rows
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST)
    .map(({ id, at, settledAt, state, channel, template, chargeIds, seat }) => ({
      id,
      at,
      settledAt,
      state,
      channel,
      template,
      charges: chargeIds.length,
      isOwn: seat === installationId,
    }));
}
