import { useNow } from '../../../components/use-now.ts';
import { todayInSaoPaulo, type CivilDate } from '../../../lib/billing/calendar.ts';
import { readClockOffset } from '../../../lib/engine/server-clock.ts';
import { useLive } from './use-live.ts';

/** The civil date in São Paulo on Asaas's clock, also after midnight; null until the ledger is open. */
export function useToday(): CivilDate | null {
  const now = useNow(30_000);
  const { value: offset } = useLive(readClockOffset);
  return offset === null ? null : todayInSaoPaulo(now + offset);
}
