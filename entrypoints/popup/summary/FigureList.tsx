import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../components/formats.ts';
import { Money } from '../../../components/Money.tsx';
import type { Tally } from '../../../lib/ledger/summaries.ts';
import type { Figures } from './summary-groups.ts';

const SHOWN = ['pending', 'overdue', 'receivedToday', 'confirmed'] as const;
type Shown = (typeof SHOWN)[number];

interface FigureListProps {
  /** Null while they are not known: a zero would be a statement. */
  readonly figures: Figures | null;
}

/** The four numbers side by side, and under them what was received without passing through Asaas. */
export function FigureList({ figures }: FigureListProps): ReactElement {
  const inCash = figures?.receivedInCashToday ?? null;
  return (
    <>
      <dl className="figures">
        {SHOWN.map((figure) => (
          <div key={figure} data-figure={figure}>
            <dt>{figureName(figure)}</dt>
            <dd>{figures === null ? '…' : <Amount of={figures[figure]} />}</dd>
          </div>
        ))}
      </dl>
      {inCash !== null && inCash.count > 0 && (
        <p className="soft small" data-figure="receivedInCashToday">
          {i18n.t('popup.in_cash', inCash.count)} <Money amount={inCash.cents} />.{' '}
          {i18n.t('popup.in_cash_note')}
        </p>
      )}
    </>
  );
}

function Amount({ of: { count, cents } }: { readonly of: Tally }): ReactElement {
  return (
    <>
      <strong>{countText(count)}</strong> <Money amount={cents} />
    </>
  );
}

function figureName(figure: Shown): string {
  switch (figure) {
    case 'pending':
      return i18n.t('popup.pending');
    case 'overdue':
      return i18n.t('popup.overdue');
    case 'receivedToday':
      return i18n.t('popup.received_today');
    case 'confirmed':
      return i18n.t('popup.confirmed');
  }
}
