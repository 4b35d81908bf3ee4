import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../components/formats.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { ShownNames } from './use-names.ts';

interface NamesBarProps {
  readonly shown: ShownNames;
  /** Those in sight. */
  readonly rows: readonly AdoptionRow[];
  readonly locked: boolean;
}

/** Shows or hides who they are, and raises the alarm where two sides do not agree. */
export function NamesBar({ shown, rows, locked }: NamesBarProps): ReactElement {
  const { names, open, failure, show } = shown;
  if (locked) return <p className="soft small">{i18n.t('options_adoption.names_locked')}</p>;
  const read = rows.flatMap(({ id }) => names.get(id) ?? []);
  const differing = read.filter(({ customers }) =>
    customers.some(({ nameDiffers, documentDiffers }) => nameDiffers || documentDiffers),
  ).length;
  const isReading = open && failure === null && read.length < rows.length;
  return (
    <div className="stack adoption-names">
      <div className="buttons">
        <button
          type="button"
          aria-pressed={open}
          onClick={() => {
            show(!open);
          }}
        >
          {i18n.t('options_adoption.names_show')}
        </button>
        <span className="soft small" role="status">
          {isReading
            ? i18n.t('options_adoption.names_reading', {
                done: countText(read.length),
                all: countText(rows.length),
              })
            : i18n.t('options_adoption.names_note')}
        </span>
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
      {differing > 0 && (
        <Notice tone="warn" role="alert">
          <p>{i18n.t('options_adoption.names_alarm', differing)}</p>
        </Notice>
      )}
    </div>
  );
}
