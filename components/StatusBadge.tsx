import type { ReactElement } from 'react';
import type { StatusGroup } from '../lib/billing/status.ts';
import { Badge, type Tone } from './Badge.tsx';
import { statusText } from './text.ts';

/** Green is reserved for money received; "confirmed" is not received yet. */
const TONES: Record<StatusGroup, Tone> = {
  unsent: 'quiet',
  queued: 'info',
  open: 'info',
  overdue: 'warn',
  clearing: 'info',
  confirmed: 'info',
  paid: 'good',
  'paid-manual': 'good',
  reversing: 'warn',
  refunded: 'quiet',
  contested: 'bad',
  deleted: 'quiet',
  failed: 'bad',
  unknown: 'warn',
};

export function StatusBadge({ group }: { readonly group: StatusGroup }): ReactElement {
  return <Badge tone={TONES[group]}>{statusText(group)}</Badge>;
}
