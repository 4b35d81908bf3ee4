import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Cents } from '../../billing/money.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { classifyCharge, type StatusGroup } from '../../billing/status.ts';
import { environmentOf } from '../../ledger/charges.ts';
import type { AlertKind, AlertRow, ChargeRow } from '../../ledger/rows.ts';
import type { NoticeKind, PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { unprovenCharges } from '../send/under-alias.ts';
import { readReadableQueue } from './readable-queue.ts';

/** One thing that a notice is about. */
export interface Subject {
  /** Of the charge, the job or the alert. */
  readonly id: string;
  /** The panel that shows the invoice; null where none does. */
  readonly origin: string | null;
  readonly invoiceId: string | null;
  readonly value: Cents | null;
  /** What was alarming about it. */
  readonly alert: AlertKind | null;
}

/** What of these is still so: a charge may have been paid, or a job mended, since it was decided to tell it. */
export async function subjectsOf(
  ports: Pick<EnginePorts, 'ledger' | 'clock'>,
  settings: Settings,
  kind: NoticeKind,
  ids: readonly string[],
): Promise<readonly Subject[]> {
  if (ids.length === 0) return [];
  const { ledger } = ports;
  switch (kind) {
    case 'received':
      return chargesIn(ports, settings, 'paid', ids);
    case 'overdue':
      return chargesIn(ports, settings, 'overdue', ids);
    case 'blocked': {
      // In the queue, one that was tried anew is gone.
      const { jobs, odd } = await readReadableQueue(ledger);
      return [...jobs, ...odd]
        .filter(({ id, state }) => state === 'blocked' && ids.includes(id))
        .map(({ id, origin, invoiceId }) => ({ id, origin, invoiceId, value: null, alert: null }));
    }
    case 'paid-twice':
    case 'key-lapse': {
      const alerts = await ledger.alerts.bulkGet([...ids]);
      return alerts.flatMap((alert) =>
        alert?.dismissedAt === null && isTold(settings, alert) ? [ofAlert(settings, alert)] : [],
      );
    }
  }
}

async function chargesIn(
  { ledger, clock }: Pick<EnginePorts, 'ledger' | 'clock'>,
  settings: Settings,
  group: StatusGroup,
  ids: readonly string[],
): Promise<readonly Subject[]> {
  const today = todayInSaoPaulo(clock.now());
  const rows = await ledger.charges.bulkGet([...ids]);
  const subjects: Subject[] = [];
  for (const row of rows) {
    if (!row || !isTold(settings, row) || classifyCharge(row, today) !== group) continue;
    const { id, invoiceId, value, providerKey } = row;
    const panel = panelOf(settings, providerKey);
    if (panel && (await isUnproven(panel, row))) continue;
    subjects.push({ id, origin: panel?.origin ?? null, invoiceId, value, alert: null });
  }
  return subjects;

  async function isUnproven(panel: PanelSettings, row: ChargeRow): Promise<boolean> {
    return (await unprovenCharges(ledger, panel, row.invoiceId, [row])).has(row.id);
  }
}

function ofAlert(settings: Settings, { id, kind, providerKey, invoiceId }: AlertRow): Subject {
  const panel = providerKey === null ? undefined : panelOf(settings, providerKey);
  return { id, origin: panel?.origin ?? null, invoiceId, value: null, alert: kind };
}

/** Beside real money a test is nothing to tell. */
function isTold({ accounts }: Settings, { accountId }: Pick<ChargeRow, 'accountId'>): boolean {
  const isReal = accounts.some(({ environment }) => environment === 'production');
  return (
    accounts.some(({ id }) => id === accountId) &&
    (!isReal || environmentOf(accountId) === 'production')
  );
}

function panelOf({ panels }: Settings, providerKey: string): PanelSettings | undefined {
  return panels.find((panel) => ownKeys(panel.providerKey, panel.aliases).includes(providerKey));
}
