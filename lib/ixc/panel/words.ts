import type { StatusGroup } from '../../billing/status.ts';
import type { PanelProblem } from '../../messages/panel.ts';
import { readCopyWords, type CopyWords } from './copy-words.ts';

/** Every text that the panel can show, read once at the start: after an update of the extension it cannot be asked any more. */
export interface PanelWords extends CopyWords {
  readonly send: string;
  readonly sendShort: string;
  readonly open: string;
  readonly dismiss: string;
  readonly groups: Readonly<Record<StatusGroup, string>>;
  readonly problems: Readonly<Record<PanelProblem, string>>;
  readonly outdated: string;
  readonly notOpened: string;
  /** The charge is in the queue. */
  readonly sent: string;
  /** No answer to a press on send: nobody knows whether it counted. */
  readonly notSent: string;
  readonly invoice: (id: string) => string;
  /** Begins a toast, before the word of the group. */
  readonly toast: (id: string) => string;
  readonly drawerTitle: (id: string) => string;
  /** The palette's frame. */
  readonly palette: string;
  readonly noPalette: string;
  /** IXC has that day still, as `yyyy-mm-dd`, and the charge another one. */
  readonly ixcStill: (day: string) => string;
  /** How old a state is; `age` in ms, null = never read. */
  readonly seen: (age: number | null) => string;
}

/** Reads a message of `locales/` by its flat key, with `$1` filled from `substitution`. */
export type ReadMessage = (key: string, substitution?: string) => string;

const SLOT = '{1}';

/** All words of the panel, from the `panel` block of `locales/`. */
export function readWords(read: ReadMessage): PanelWords {
  const word = (key: string): string => read(`panel_${key}`);
  const filled = (key: string): ((value: string) => string) => {
    const [before = '', after = ''] = read(key, SLOT).split(SLOT);
    return (value) => before + value + after;
  };
  const template = (key: string) => filled(`panel_${key}`);
  const minutes = template('seen_minutes');
  const hours = template('seen_hours');
  const days = template('seen_days');
  const ixcStill = template('ixc_still');
  const never = word('not_seen');
  const now = word('seen_now');
  const oneDay = word('seen_day');

  return {
    ...readCopyWords(read, filled),
    send: word('send'),
    sendShort: word('send_short'),
    open: word('open'),
    dismiss: word('dismiss'),
    groups: {
      unsent: word('group_unsent'),
      queued: word('group_queued'),
      open: word('group_open'),
      overdue: word('group_overdue'),
      clearing: word('group_clearing'),
      confirmed: word('group_confirmed'),
      paid: word('group_paid'),
      'paid-manual': word('group_paid_manual'),
      reversing: word('group_reversing'),
      refunded: word('group_refunded'),
      contested: word('group_contested'),
      deleted: word('group_deleted'),
      failed: word('group_failed'),
      unknown: word('group_unknown'),
    },
    problems: {
      'not-configured': word('problem_not_configured'),
      locked: word('problem_locked'),
      'no-token': word('problem_no_token'),
      'ixc-unreachable': word('problem_ixc_unreachable'),
      'permission-missing': word('problem_permission_missing'),
      'billed-by-fatura': word('problem_billed_by_fatura'),
    },
    outdated: word('fault_outdated'),
    notOpened: word('fault_not_opened'),
    sent: word('sent'),
    notSent: word('fault_not_sent'),
    invoice: template('invoice'),
    toast: template('toast'),
    drawerTitle: template('drawer_title'),
    ixcStill(day) {
      return ixcStill(`${day.slice(8, 10)}/${day.slice(5, 7)}`);
    },
    palette: read('palette_title'),
    noPalette: read('palette_not_opened'),
    seen(age) {
      if (age === null) return never;
      const wholeMinutes = Math.floor(age / 60_000);
      if (wholeMinutes < 1) return now;
      if (wholeMinutes < 60) return minutes(String(wholeMinutes));
      if (wholeMinutes < 24 * 60) return hours(String(Math.floor(wholeMinutes / 60)));
      const wholeDays = Math.floor(wholeMinutes / (24 * 60));
      return wholeDays === 1 ? oneDay : days(String(wholeDays));
    },
  };
}
