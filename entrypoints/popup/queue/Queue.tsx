import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Section } from '../../../components/Section.tsx';
import type { Live } from '../../../components/use-live.ts';
import type { ReadableQueue } from '../../../lib/engine/notify/readable-queue.ts';
import { WaitingRows } from '../live/WaitingRows.tsx';
import type { Known } from '../places.ts';
import { JobRows } from './JobRows.tsx';
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
      <WaitingRows of={[queue]} count={count} empty={i18n.t('popup.queue_empty')}>
        <JobRows jobs={underWay} odd={odd} known={known} />
      </WaitingRows>
      {over.length > 0 && (
        <details>
          <summary>{i18n.t('popup.queue_over')}</summary>
          <ul className="rows">
            <JobRows jobs={over.slice(0, OVER_SHOWN)} known={known} />
          </ul>
        </details>
      )}
    </Section>
  );
}
