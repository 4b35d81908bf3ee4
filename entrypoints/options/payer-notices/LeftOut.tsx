import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { leftOutCounted, type ItemCounts } from '../../../lib/ledger/notice-items.ts';
import { LEFT_OUT_STATES, type LeftOutState } from '../../../lib/ledger/notice-rows.ts';

const WHY = {
  'out-unmarked': 'options_payer_notices.out_unmarked',
  'out-other': 'options_payer_notices.out_other',
  'out-differs': 'options_payer_notices.out_differs',
  'out-unread': 'options_payer_notices.out_unread',
} as const satisfies Readonly<Record<LeftOutState, string>>;

/** Payers of this provider that stay as they are, by the reason; nothing where there are none. */
export function LeftOut({ counts }: { readonly counts: ItemCounts }): ReactElement | null {
  const all = leftOutCounted(counts);
  if (all === 0) return null;
  return (
    <div data-left-out={all}>
      <p>{i18n.t('options_payer_notices.left_out', all)}</p>
      <ul className="points small">
        {LEFT_OUT_STATES.filter((state) => counts[state] > 0).map((state) => (
          <li key={state}>{i18n.t(WHY[state], counts[state])}</li>
        ))}
      </ul>
    </div>
  );
}
