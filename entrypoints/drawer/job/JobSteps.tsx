import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { jobText } from '../../../components/text.ts';
import type { JobState } from '../../../lib/messages/job-view.ts';

const PATH: readonly JobState[] = ['queued', 'locating', 'intent', 'created', 'verified'];

/** The way of a sending and how far it went; nothing for the states beside the way. */
export function JobSteps({ state }: { readonly state: JobState }): ReactElement | null {
  const reached = state === 'done' ? PATH.length : PATH.indexOf(state);
  if (reached === -1) return null;
  return (
    <ol className="steps small" aria-label={i18n.t('operation.steps')}>
      {PATH.map((step, at) => (
        <li
          key={step}
          className={at < reached ? 'past' : undefined}
          aria-current={at === reached ? 'step' : undefined}
        >
          {jobText(step)}
        </li>
      ))}
    </ol>
  );
}
