import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge, type Tone } from '../../../components/Badge.tsx';
import { CivilDay } from '../../../components/CivilDay.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Money } from '../../../components/Money.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AdoptionNames } from '../../../lib/messages/adoption.ts';
import { groupText, whyText } from './adoption-text.ts';
import { Names } from './Names.tsx';
import { type Group, groupOf } from './view.ts';

const TONES: Readonly<Record<Group, Tone>> = {
  exact: 'info',
  ambiguous: 'warn',
  excluded: 'quiet',
  unmatched: 'quiet',
  'under-way': 'info',
  linked: 'good',
  stopped: 'bad',
  undone: 'quiet',
};

/** Candidates of one charge that are named; more say no more. */
const MOST_NAMED = 4;

interface MatchRowProps {
  readonly row: AdoptionRow;
  readonly names: AdoptionNames | undefined;
  readonly locked: boolean;
}

/** One charge, the invoice it is or might be of, and why. */
export function MatchRow({ row, names, locked }: MatchRowProps): ReactElement {
  const action = useAction<unknown>();
  const group = groupOf(row);
  const { id, batch, stage, invoiceIds, origin } = row;
  return (
    <tr data-group={group}>
      <td>
        {invoiceIds.slice(0, MOST_NAMED).map((invoiceId) => (
          <button
            key={invoiceId}
            type="button"
            aria-label={i18n.t('options_adoption.open', { invoice: invoiceId })}
            onClick={() => void action.run(() => ask({ verb: 'invoice/open', origin, invoiceId }))}
          >
            {invoiceId}
          </button>
        ))}
        {invoiceIds.length > MOST_NAMED && '…'}
        {invoiceIds.length === 0 && '—'}
      </td>
      <Names row={row} names={names} locked={locked} />
      <td>
        <Money amount={row.value} />
      </td>
      <td>
        <CivilDay date={row.dueDate} />
      </td>
      <td className="small">
        <code>{id}</code>
      </td>
      <td>
        <Badge tone={TONES[group]}>{groupText(group)}</Badge>{' '}
        {(stage === 'found' ||
          stage === 'kept' ||
          row.failure !== null ||
          row.reasons.length > 0) && <p className="small">{whyText(row)}</p>}
        {(stage === 'linked' || stage === 'kept') && batch !== null && (
          <button
            type="button"
            disabled={action.busy}
            aria-label={i18n.t('options_adoption.undo_one_of', { invoice: invoiceIds[0] ?? '' })}
            onClick={() =>
              void action.run(() => ask({ verb: 'adoption/undo', batch, chargeId: id }))
            }
          >
            {i18n.t('options_adoption.undo_one')}
          </button>
        )}
        {action.failure !== null && <FailureNotice failure={action.failure} />}
      </td>
    </tr>
  );
}
