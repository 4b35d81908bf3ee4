import type { ReactElement, ReactNode } from 'react';
import { i18n } from '#i18n';
import type { FailureView } from '../lib/messages/failure.ts';
import { Notice } from './Notice.tsx';
import { failureText } from './text.ts';

interface FailureNoticeProps {
  readonly failure: FailureView;
  readonly title?: string;
  /** What happened, where the page has better words for it than the failure's own. */
  readonly text?: string;
  /** The way out: a button, where the page has one. */
  readonly children?: ReactNode;
}

/** What happened, what to do, and the other system's own words as a quotation. */
export function FailureNotice({
  failure,
  title,
  text = failureText(failure),
  children,
}: FailureNoticeProps): ReactElement {
  return (
    <Notice tone="bad" role="alert" {...(title === undefined ? {} : { title })}>
      <p>{text}</p>
      {failure.params?.status !== undefined && (
        <p className="small soft">
          {i18n.t('failure.their_status', { status: failure.params.status })}
        </p>
      )}
      {failure.detail !== undefined && failure.detail !== '' && (
        <div className="small">
          <p className="soft">{i18n.t('failure.their_words')}</p>
          <blockquote>{failure.detail}</blockquote>
        </div>
      )}
      {children}
    </Notice>
  );
}
