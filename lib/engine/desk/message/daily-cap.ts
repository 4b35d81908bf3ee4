import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { DailyCap } from '../../../messages/payer-message.ts';
import type { EnginePorts } from '../../ports.ts';

const HOUR = 3_600_000;

/**
 * How many messages this seat put out today, from the ledger, so that no reload begins anew. One that the
 * operator says was not sent does not count.
 */
export async function dailyCap(
  { ledger, clock, installationId }: Pick<EnginePorts, 'ledger' | 'clock' | 'installationId'>,
  { messages }: Pick<Settings, 'messages'>,
): Promise<DailyCap> {
  const now = clock.now();
  const today = todayInSaoPaulo(now);
  const used = await ledger.messages
    .where('at')
    .above(now - 26 * HOUR)
    .filter(
      ({ at, state, seat }) =>
        seat === installationId && state !== 'not-sent' && todayInSaoPaulo(at) === today,
    )
    .count();
  return { used, most: messages.dailyCap, freesAt: nextMidnight(now) };
}

/** When the next day begins in São Paulo. Its offset is of whole hours, whatever it is in a season. */
function nextMidnight(now: number): number {
  const today = todayInSaoPaulo(now);
  let at = Math.floor(now / HOUR) * HOUR;
  while (todayInSaoPaulo(at) === today) at += HOUR;
  return at;
}
