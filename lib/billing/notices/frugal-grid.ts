import { NO_CHANNEL, type NoticeGrid } from './notice.ts';

const MAIL = { ...NO_CHANNEL, email: true };

/** What is proposed: everything by e-mail, and nothing that is billed by the piece. */
export const FRUGAL_GRID: NoticeGrid = {
  created: MAIL,
  updated: MAIL,
  'due-soon': MAIL,
  'due-today': MAIL,
  'slip-line': NO_CHANNEL,
  overdue: MAIL,
  'overdue-again': MAIL,
  received: MAIL,
};
