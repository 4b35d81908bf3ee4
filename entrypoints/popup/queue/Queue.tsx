import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Section } from '../../../components/Section.tsx';
import type { Live } from '../../../components/use-live.ts';
import type { ReadableQueue } from '../../../lib/engine/notify/readable-queue.ts';
import { OddRow, RowGuard } from '../live/RowGuard.tsx';
import { isFinal, Unread } from '../live/Unread.tsx';
import { useFocusKept } from '../live/use-focus-kept.ts';
import { invoiceLabel, type Known } from '../places.ts';
import { JobItem } from './JobItem.tsx';
import { queueParts } from './queue-parts.ts';
import type { Pause } from './use-pause.ts';

/** More of them are for a report. */
const OVER_SHOWN = 5;

interface QueueProps {
  readonly queue: Live<ReadableQueue>;
  readonly pause: Pause;
  readonly known: Known;
}

/** What is under way, what ended lately, and the way to stop it all. */
export function Queue({ queue, pause, known }: QueueProps): ReactElement {
  const { underWay, over } = queueParts(queue.value?.jobs ?? []);
  const odd = (queue.value?.odd ?? []).filter(({ state }) => state !== 'blocked');
  const count = underWay.length + odd.length;
  const place = useFocusKept<HTMLDivElement>(count);
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
        <Unread of={[queue]} />
        {count === 0 && isFinal([queue]) && (
          <p className="soft small">{i18n.t('popup.queue_empty')}</p>
        )}
        {count > 0 && (
          <ul className="rows">
            {underWay.map((job) => (
              <RowGuard key={job.id} about={invoiceLabel(job.invoiceId, job.origin, known)}>
                <JobItem job={job} known={known} />
              </RowGuard>
            ))}
            {odd.map(({ id, invoiceId, origin }) => (
              <OddRow key={id} about={invoiceLabel(invoiceId, origin, known)} />
            ))}
          </ul>
        )}
      </div>
      {over.length > 0 && (
        <details>
          <summary>{i18n.t('popup.queue_over')}</summary>
          <ul className="rows">
            {over.slice(0, OVER_SHOWN).map((job) => (
              <RowGuard key={job.id} about={invoiceLabel(job.invoiceId, job.origin, known)}>
                <JobItem job={job} known={known} />
              </RowGuard>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
