import type { LedgerDatabase } from '../../../ledger/database.ts';
import type { LoggedMessage } from '../../../messages/payer-message.ts';

/** As many as a person looks back at. */
const MOST = 10;

/** The last messages of a charge, the newest first. */
export async function messagesOf(
  { messages }: Pick<LedgerDatabase, 'messages'>,
  chargeId: string,
): Promise<readonly LoggedMessage[]> {
  const rows = await messages.where('chargeIds').equals(chargeId).toArray();
  return rows
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST)
    .map(({ id, at, settledAt, state, channel, template, chargeIds }) => ({
      id,
      at,
      settledAt,
      state,
      channel,
      template,
      charges: chargeIds.length,
    }));
}
