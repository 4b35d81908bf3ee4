import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Section } from '../../../components/Section.tsx';
import { useFocusKept } from '../live/use-focus-kept.ts';
import type { Known } from '../places.ts';
import { JobItem } from './JobItem.tsx';
import type { QueueParts } from './queue-parts.ts';
import type { Pause } from './use-pause.ts';

/** More of them are for a report. */
const OVER_SHOWN = 5;

interface QueueProps {
  readonly parts: QueueParts;
  readonly pause: Pause;
  readonly known: Known;
}

/** What is under way, what ended lately, and the way to stop it all. */
export function Queue({ parts, pause, known }: QueueProps): ReactElement {
  const { underWay, over } = parts;
  const place = useFocusKept<HTMLDivElement>(underWay.length);
  return (
    <Section
      heading={i18n.t('popup.queue')}
      className="stack"
      aside={
        pause.isOn === false && (
          <button type="button" disabled={pause.busy} onClick={pause.turn(true)}>
            {i18n.t('popup.pause')}
          </button>
        )
      }
    >
      {pause.isOn === false && pause.failure !== null && <FailureNotice failure={pause.failure} />}
      <div ref={place} tabIndex={-1} className="stack">
        {underWay.length === 0 && <p className="soft small">{i18n.t('popup.queue_empty')}</p>}
        {underWay.length > 0 && (
          <ul className="rows">
            {underWay.map((job) => (
              <JobItem key={job.id} job={job} known={known} />
            ))}
          </ul>
        )}
      </div>
      {over.length > 0 && (
        <details>
          <summary>{i18n.t('popup.queue_over')}</summary>
          <ul className="rows">
            {over.slice(0, OVER_SHOWN).map((job) => (
              <JobItem key={job.id} job={job} known={known} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
