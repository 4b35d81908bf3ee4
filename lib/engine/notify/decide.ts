import { previousBusinessDay } from '../../billing/business-days.ts';
import { addDays, type CivilDate, todayInSaoPaulo } from '../../billing/calendar.ts';
import { classifyCharge, hasBoleto, overdueFrom, type StatusGroup } from '../../billing/status.ts';
import { environmentOf } from '../../ledger/charges.ts';
import type { AlertKind, AlertRow, ChargeRow, HappeningRow } from '../../ledger/rows.ts';
import type { NoticeKind, PanelSettings, Settings } from '../../settings/settings.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import type { News } from './news.ts';
import { type NoticeState, sayingOf } from './notice-state.ts';

/** A quiet word for the open tabs of a panel. */
export interface Toast {
  readonly origin: string;
  readonly invoiceId: string;
  readonly group: StatusGroup;
}

export interface Decision {
  readonly state: NoticeState;
  readonly toasts: readonly Toast[];
}

type ToldSettings = Pick<Settings, 'notifications' | 'panels' | 'accounts'>;

/** Alerts that the operating system is told of; the others are for whoever opens the popup. */
const NOTICE_OF_ALERT: Partial<Record<AlertKind, NoticeKind>> = {
  'paid-twice': 'paid-twice',
  'paid-on-both-sides': 'paid-twice',
  'key-lapse': 'key-lapse',
};

/** Groups that a panel says a word about, with the kind of notice that switches it off. */
const TOASTED: Partial<Record<StatusGroup, NoticeKind | null>> = {
  paid: 'received',
  confirmed: 'received',
  overdue: 'overdue',
  contested: null,
  reversing: null,
};

/** From these a charge becomes paid because money came in; from the others it was paid before. */
const BEFORE_PAYMENT: ReadonlySet<StatusGroup | null> = new Set([
  null,
  'open',
  'overdue',
  'clearing',
  'confirmed',
]);

/** Panels are told of the newest ones only: who comes back after a while reads the rows. */
const MOST_TOASTS = 20;

/**
 * What of the news is to be told, added to what is due already. Nothing is told of a kind that is switched
 * off, of what is older than the business day before `today` (civil date in São Paulo), nor of a charge that
 * was paid when it was first seen, unless its account had been read in full before: the first reading of an
 * account tells nothing.
 */
export function decide(
  state: NoticeState,
  news: News,
  settings: ToldSettings,
  today: CivilDate,
): Decision {
  const { kinds } = settings.notifications;
  const due = new Map<NoticeKind, Set<string>>();
  const tell = (kind: NoticeKind, id: string) => {
    if (!kinds[kind]) return;
    const ids = due.get(kind) ?? new Set(state.due[kind]);
    due.set(kind, ids.add(id));
  };
  const oldest = oldestNews(today);
  const toasts: Toast[] = [];

  for (const seen of news.happenings) {
    const charge = news.charges.get(seen.chargeId);
    if (!charge || classifyCharge(charge, today) !== seen.to) continue;
    if (seen.from === null && !state.accounts.includes(seen.accountId)) continue;
    if (dayOf(seen, charge) < oldest) continue;
    const kind = noticeOf(seen);
    if (kind) tell(kind, seen.chargeId);
    toasts.push(...toastsOf(seen, settings));
  }
  for (const { job, at } of news.stopped) {
    if (todayInSaoPaulo(at) < oldest) continue;
    tell('blocked', job.id);
    const { origin, invoiceId } = job;
    const panel = settings.panels.find((one) => one.origin === origin);
    const isOurs = panel !== undefined && charges(panel, job.accountId, settings);
    if (isOurs && job.kind === 'create' && kinds.blocked)
      toasts.push({ origin, invoiceId, group: 'failed' });
  }
  for (const alert of news.alerts) {
    const kind = NOTICE_OF_ALERT[alert.kind];
    const isKnown = state.alerts[alert.id] === sayingOf(alert);
    if (kind && !isKnown && dayOfAlert(alert, news.charges) >= oldest) tell(kind, alert.id);
  }
  return {
    state: {
      ...state,
      happening: news.happening,
      audit: news.audit,
      alerts: Object.fromEntries(news.alerts.map((alert) => [alert.id, sayingOf(alert)])),
      accounts: news.read,
      due: { ...state.due, ...Object.fromEntries([...due].map(([kind, ids]) => [kind, [...ids]])) },
    },
    toasts: toasts.slice(-MOST_TOASTS),
  };
}

/** A panel that charges real money hears nothing of tests: its rows do not show them either. */
function charges(panel: PanelSettings, accountId: string, settings: ToldSettings): boolean {
  return panelEnvironment(settings, panel) === environmentOf(accountId);
}

/** Yesterday, or the business day before: what a weekend hid is read when the office opens. */
function oldestNews(today: CivilDate): CivilDate {
  const [yesterday, business] = [addDays(today, -1), previousBusinessDay(today)];
  return business < yesterday ? business : yesterday;
}

function noticeOf({ from, to }: HappeningRow): NoticeKind | null {
  if (to === 'paid') return BEFORE_PAYMENT.has(from) ? 'received' : null;
  return to === 'overdue' && (from === 'open' || from === 'clearing') ? 'overdue' : null;
}

function dayOf({ to, at }: HappeningRow, charge: ChargeRow): CivilDate {
  if (to === 'overdue') return overdueFrom(charge.dueDate, hasBoleto(charge));
  return charge.paymentDate ?? charge.clientPaymentDate ?? todayInSaoPaulo(at);
}

/** What two payments say is as old as the later of them. */
function dayOfAlert(alert: AlertRow, charges: ReadonlyMap<string, ChargeRow>): CivilDate {
  const paid = alert.chargeIds.flatMap((id) => charges.get(id)?.paymentDate ?? []);
  return paid.toSorted().at(-1) ?? todayInSaoPaulo(alert.lastAt);
}

function toastsOf(
  { from, to, invoiceId, providerKey, accountId }: HappeningRow,
  settings: ToldSettings,
): readonly Toast[] {
  const kind = TOASTED[to];
  if (kind === undefined || from === null) return [];
  if (kind !== null && !settings.notifications.kinds[kind]) return [];
  // Under an alias it may be another provider's: the row says what is known of it.
  const own = settings.panels.filter((panel) => panel.providerKey === providerKey);
  const charging = own.filter((panel) => charges(panel, accountId, settings));
  return charging.map(({ origin }) => ({ origin, invoiceId, group: to }));
}
