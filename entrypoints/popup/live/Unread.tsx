import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { failureText } from '../../../components/text.ts';
import type { Live } from '../../../components/use-live.ts';

type Readings = readonly Live<unknown>[];

/** Whether all of it was read, so that nothing in it means that there is nothing. */
export function isFinal(readings: Readings): boolean {
  return readings.every(({ value, failure }) => value !== null && failure === null);
}

/**
 * Where a list stands that is not known, or not in full: until it is read, and when it could not be. An empty
 * list there would be a statement. Nothing once all of it was read.
 */
export function Unread({ of: readings }: { readonly of: Readings }): ReactElement | null {
  const failure = readings.find((one) => one.failure !== null)?.failure ?? null;
  if (failure !== null) {
    return (
      <Notice tone="bad" role="alert" title={i18n.t('popup.unread')}>
        {failure.code !== 'internal' && <p>{failureText(failure)}</p>}
        <p>{i18n.t('popup.unread_note')}</p>
        <button
          type="button"
          onClick={() => {
            // What failed once tells no more: the page begins anew.
            location.reload();
          }}
        >
          {i18n.t('action.retry')}
        </button>
      </Notice>
    );
  }
  if (isFinal(readings)) return null;
  return (
    <p className="soft small" aria-busy="true">
      …
    </p>
  );
}
