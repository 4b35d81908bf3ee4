/** How a row, a badge or a count groups an invoice's charge (docs/estados.md lists the words shown). */
export const STATUS_GROUPS = [
  'unsent',
  'queued',
  'open',
  'overdue',
  'clearing',
  'confirmed',
  'paid',
  'paid-manual',
  'reversing',
  'refunded',
  'contested',
  'deleted',
  'failed',
  'unknown',
] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];
