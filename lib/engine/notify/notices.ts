import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { cents, type Cents } from '../../billing/money.ts';
import type { AlertKind } from '../../ledger/rows.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { NOTICE_KINDS, type NoticeKind, type Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { customerNameOf } from './customer-name.ts';
import { decide, type Toast } from './decide.ts';
import { newsSince } from './news.ts';
import { fromNowOn, type NoticeState, readNoticeState, writeNoticeState } from './notice-state.ts';
import { isQuiet } from './quiet-hours.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/*
 * What the operating system is told, in two steps:
 *
 *   ledger ──digest──▶ due, on disk ──show──▶ operating system ──▶ shown, on disk
 *
 * The first is one transaction: what happened is looked at once, and what is decided is kept. The second
 * forgets what was due only after the operating system has taken the notice, so a death in between shows it
 * again, under the same id, which replaces it. There is one notice of each kind: whatever comes while it
 * stands is added to it, and it goes when nothing of it is so any more; a name in it goes with the lock.
 * Quiet hours keep everything in `due` until the first look after them: the worker's pulse looks every minute.
 */

/** One notice; what it says is for the port to put in words. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly count: number;
  /** Sum of the charges; zero where it is not about money. */
  readonly total: Cents;
  /** When it is about one thing only. */
  readonly only: {
    readonly invoiceId: string | null;
    /** Null: hidden, or not to be read now. */
    readonly customerName: string | null;
    readonly alert: AlertKind | null;
  } | null;
}

/** The operating system's notifications: one per kind, the next of a kind in place of the one before. */
export interface NoticePort {
  readonly show: (notice: Notice) => Promise<void>;
  readonly clear: (kind: NoticeKind) => Promise<void>;
  /** Says a quiet word in the open tabs of a panel. */
  readonly toast: (toast: Toast) => Promise<void>;
}

/** Where a click on a notice leads. */
export type NoticeTarget =
  | { readonly to: 'invoice'; readonly origin: string; readonly invoiceId: string }
  | { readonly to: 'options' }
  | { readonly to: 'popup' };

export interface Notices {
  /** Tells what happened since the last time. Cheap when nothing did. */
  readonly tell: () => Promise<void>;
  /** A person clicked on the notice: it goes, and this is what it was about. */
  readonly clicked: (kind: NoticeKind) => Promise<NoticeTarget>;
  /** A person took it away. */
  readonly dismissed: (kind: NoticeKind) => Promise<void>;
}

/**
 * A notice of payments that has stood so long was read, or never will be: the next begins anew, and until
 * then a click on it still leads to what it says. ms.
 */
const STANDS = 60 * 60_000;

export function createNotices(ports: EnginePorts, port: NoticePort): Notices {
  const { ledger, now } = ports;
  const inTurn = oneAtATime();

  async function tell(): Promise<void> {
    const settings = await ports.readSettings();
    for (;;) {
      const { toasts, isAll } = await digest(settings);
      for (const toast of toasts) await port.toast(toast).catch(() => undefined);
      if (isAll) break;
    }
    for (const kind of NOTICE_KINDS) {
      // What cannot be shown stays due, and keeps nothing else from being told.
      await bringUpToDate(kind, settings).catch(() => undefined);
    }
  }

  function digest(settings: Settings) {
    const { meta, happenings, audit, alerts, charges, jobs } = ledger;
    const tables = [meta, happenings, audit, alerts, charges, jobs];
    return ledger.transaction('rw', tables, async () => {
      const kept = await readNoticeState(ledger);
      const known = kept ?? (await fromNowOn(ledger, ports.installationId));
      const isSame = known.installationId === ports.installationId;
      const from = isSame ? known : { ...known, installationId: ports.installationId, audit: 0 };
      const accountIds = settings.accounts.map(({ id }) => id);
      const news = await newsSince(ledger, from, accountIds);
      const today = todayInSaoPaulo(ports.clock.now());
      const { state, toasts } = decide(from, news, settings, today);
      if (kept === null || JSON.stringify(state) !== JSON.stringify(kept)) {
        await writeNoticeState(ledger, state);
      }
      return { toasts, isAll: news.isAll };
    });
  }

  async function bringUpToDate(kind: NoticeKind, settings: Settings): Promise<void> {
    const state = await readNoticeState(ledger);
    if (!state) return;
    const { kinds, quietHours } = settings.notifications;
    const stillSo = async (ids: readonly string[]) =>
      kinds[kind] ? subjectsOf(ports, settings, kind, ids) : [];
    const due = state.due[kind];
    const [stillDue, stillShown] = [
      await stillSo(due),
      await stillSo(state.shown[kind]?.ids ?? []),
    ];
    // Also in quiet hours, and however old it is: it says what is not so.
    if (state.shown[kind] !== null && stillShown.length === 0) await dismissed(kind);
    const standing = stillShown.length === 0 ? null : state.shown[kind];
    const quiet = isQuiet(now(), quietHours);
    if (stillDue.length > 0 && !quiet) {
      const isRead = standing !== null && isAboutMoney(kind) && now() - standing.at > STANDS;
      const all = unique([...(isRead ? [] : stillShown), ...stillDue]);
      return show(kind, await noticeOf(kind, all, settings), all, { told: due, at: now() });
    }
    if (due.length > 0 && stillDue.length === 0) await settle(kind, due, standing);
    if (standing?.named !== true || (await mayName(stillShown, settings))) return;
    const { ids, at } = standing;
    if (!quiet) {
      const nameless = await noticeOf(kind, stillShown, settings);
      return show(kind, nameless, stillShown, { told: [], at });
    }
    // Shown anew it might make a sound.
    await port.clear(kind);
    await settle(kind, [], null, ids);
  }

  /** What it is about is on disk before: a click on it may be the first that a new worker hears of it. */
  async function show(
    kind: NoticeKind,
    notice: Notice,
    subjects: readonly Subject[],
    { told, at }: { readonly told: readonly string[]; readonly at: number },
  ): Promise<void> {
    const named = notice.only !== null && notice.only.customerName !== null;
    const shown = { ids: subjects.map(({ id }) => id), at, named };
    await settle(kind, [], shown);
    await port.show(notice);
    await settle(kind, told, shown);
  }

  /** Where IXC cannot be read for another reason than the lock, what was read before may stay. */
  async function mayName(subjects: readonly Subject[], settings: Settings): Promise<boolean> {
    if (!settings.notifications.showNames) return false;
    for (const { origin } of subjects) {
      const reader = origin === null ? null : await ports.ixc(origin).catch(() => null);
      if (reader?.ok === false && reader.error.code === 'locked') return false;
    }
    return true;
  }

  async function noticeOf(
    kind: NoticeKind,
    subjects: readonly Subject[],
    settings: Settings,
  ): Promise<Notice> {
    const total = cents(subjects.reduce((sum, { value }) => sum + (value ?? 0), 0));
    const [only, ...others] = subjects;
    if (!only || others.length > 0) return { kind, count: subjects.length, total, only: null };
    const { invoiceId, alert } = only;
    const { notifications } = settings;
    const isNamed = notifications.showNames && (await mayName([only], settings));
    const customerName = isNamed ? await nameOf(only) : null;
    return { kind, count: 1, total, only: { invoiceId, customerName, alert } };
  }

  /** What cannot be read is left out: the notice must not wait for it. */
  function nameOf(subject: Subject): Promise<string | null> {
    return customerNameOf(ports, subject).catch(() => null);
  }

  function settle(
    kind: NoticeKind,
    told: readonly string[],
    shown: NoticeState['shown'][NoticeKind],
    again: readonly string[] = [],
  ): Promise<void> {
    return ledger.transaction('rw', ledger.meta, async () => {
      const state = await readNoticeState(ledger);
      if (!state) return;
      const left = state.due[kind].filter((id) => !told.includes(id));
      await writeNoticeState(ledger, {
        ...state,
        due: { ...state.due, [kind]: [...new Set([...left, ...again])] },
        shown: { ...state.shown, [kind]: shown },
      });
    });
  }

  async function clicked(kind: NoticeKind): Promise<NoticeTarget> {
    const settings = await ports.readSettings();
    const state = await readNoticeState(ledger);
    // What is due is not in it: it waits for the end of the quiet hours.
    const ids = state?.shown[kind]?.ids ?? [];
    const [only, ...others] = await subjectsOf(ports, settings, kind, ids);
    await dismissed(kind);
    if (kind === 'key-lapse') return { to: 'options' };
    const { origin = null, invoiceId = null } = only ?? {};
    if (others.length > 0 || origin === null || invoiceId === null) return { to: 'popup' };
    return { to: 'invoice', origin, invoiceId };
  }

  async function dismissed(kind: NoticeKind): Promise<void> {
    await port.clear(kind);
    await settle(kind, [], null);
  }

  return {
    tell: () => inTurn(tell),
    clicked: (kind) => inTurn(() => clicked(kind)),
    dismissed: (kind) => inTurn(() => dismissed(kind)),
  };
}

/** Payments and lapsed due dates are told and done with; anything else stands until it is seen to. */
function isAboutMoney(kind: NoticeKind): boolean {
  return kind === 'received' || kind === 'overdue';
}

function unique(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((subject) => [subject.id, subject])).values()];
}
