import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Part } from '../Part.tsx';
import type { SectionProps } from '../section-props.ts';
import { useLedger } from '../use-ledger.ts';
import { Batch } from './Batch.tsx';
import { Comparison } from './Comparison.tsx';
import { Matches } from './Matches.tsx';
import { Progress } from './Progress.tsx';
import { readAdoption } from './view.ts';

/** Charges that were made before Ponte, by hand or by another program, given to the invoices they are of. */
export function AdoptionSection({ setup }: SectionProps): ReactElement {
  const { value, failure } = useLedger(readAdoption);
  const run = value?.run ?? null;
  const isReading = run !== null && run.phase !== 'done';
  return (
    <Part
      anchor="adoption"
      heading={i18n.t('options_adoption.heading')}
      lead={i18n.t('options_adoption.lead')}
    >
      <div className="stack">
        {failure !== null && <FailureNotice failure={failure} />}
        {isReading ? <Progress run={run} /> : <Comparison setup={setup} run={run} />}
        {value !== null && run?.phase === 'done' && (
          <Batch run={run} rows={value.rows} paused={setup.paused} />
        )}
        {value !== null && (
          // Another comparison may give a charge to somebody else: the names that were read are not its.
          <Matches
            key={run?.id}
            rows={value.rows}
            isReading={isReading}
            locked={setup.vault === 'locked'}
          />
        )}
      </div>
    </Part>
  );
}
