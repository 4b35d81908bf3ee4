import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { momentText } from '../../../components/formats.ts';

interface WatchedRequestProps {
  /** ms since the epoch. */
  readonly until: number;
  readonly onSettle: () => void;
}

/** Why nothing else can be sent yet, until when, and the way out for who has looked at Asaas. */
export function WatchedRequest({ until, onSettle }: WatchedRequestProps): ReactElement {
  return (
    <div className="stack">
      <p>{i18n.t('operation.watched', { time: momentText(until) })}</p>
      <div className="buttons">
        <button type="button" onClick={onSettle}>
          {i18n.t('operation.settle')}
        </button>
      </div>
    </div>
  );
}
