import type { ReactElement, ReactNode } from 'react';
import { i18n } from '#i18n';
import { refusalText } from '../../components/act-text.ts';
import { Notice } from '../../components/Notice.tsx';
import { reasonText } from '../../components/text.ts';
import type { ActReading } from '../../lib/messages/charge-acts.ts';

interface RefusedProps {
  readonly reading: ActReading;
  readonly children: ReactNode;
}

/** Why it cannot be done now, and what to do instead. */
export function Refused({ reading, children }: RefusedProps): ReactElement | null {
  const { refusal, reasons } = reading;
  if (refusal === null) return null;
  return (
    <Notice tone="warn" role="alert" title={i18n.t('act.refused')}>
      <p>{refusalText(refusal)}</p>
      {reasons.length > 0 && (
        <ul className="stack">
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{reasonText(reason)}</li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  );
}
