import { useNow } from '../../../components/use-now.ts';
import { todayInSaoPaulo, type CivilDate } from '../../../lib/billing/calendar.ts';
import { readClockOffset } from '../../../lib/engine/server-clock.ts';
import { useLive } from './use-live.ts';

/** The civil date in São Paulo, also after midnight: on Asaas's clock as soon as the ledger told how far off ours is. */
export function useToday(): CivilDate {
  const now = useNow(30_000);
  const { value: offset } = useLive(readClockOffset);
  return todayInSaoPaulo(now + (offset ?? 0));
}
