import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { Countdown } from '../../../components/Countdown.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { timeText } from '../../../components/formats.ts';
import { Section } from '../../../components/Section.tsx';
import { isRetried, JOB_TONES } from '../../../components/job-states.ts';
import { calledOffText, jobNote, jobText } from '../../../components/text.ts';
import type { DrawerCharge, DrawerRequest } from '../../../lib/messages/drawer.ts';
import type { JobView } from '../../../lib/messages/job-view.ts';
import { isPayable } from '../charge/payable.ts';
import { OpenOptions } from '../OpenOptions.tsx';
import { Reasons } from '../Reasons.tsx';
import type { Choices } from '../use-choices.ts';
import { isSolvedInOptions } from '../ways-out.ts';
import { JobSteps } from './JobSteps.tsx';
import { ReplacingNote } from './ReplacingNote.tsx';
import { WatchedRequest } from './WatchedRequest.tsx';

interface JobProgressProps {
  readonly job: JobView;
  /** What the sending made, as Asaas last said: it may have been paid or cancelled since. */
  readonly charge: DrawerCharge | null;
  /** A new sending is already on offer below. */
  readonly hasPlan: boolean;
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

/** Where a sending stands, in words, and what may still be done about it. */
export function JobProgress(props: JobProgressProps): ReactElement {
  const { job, charge, hasPlan, choices, send } = props;
  const stopped = job.state === 'blocked' || job.state === 'cancelled';
  const place = useRef<HTMLDivElement>(null);
  // The button that was clicked is gone; the keyboard goes on where the outcome appears.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [job.id]);
  return (
    <Section
      heading={i18n.t('operation.heading')}
      aside={
        <span className="soft small">
          {i18n.t('operation.created_at', { time: timeText(job.createdAt) })}
        </span>
      }
    >
      <div ref={place} tabIndex={-1} role="status" className="stack">
        <p>
          <Badge tone={JOB_TONES[job.state]}>{jobText(job.state)}</Badge>
        </p>
        <p>
          {noteOf(job, charge)}{' '}
          {job.nextAt !== null && isRetried(job) && <Countdown at={job.nextAt} />}
        </p>
      </div>
      {job.imported && <p className="soft small">{i18n.t('operation.imported')}</p>}
      <ReplacingNote job={job} />
      {!isUnchecked(job) && job.calledOff === null && <JobSteps state={job.state} />}
      {job.reasons.length > 0 && <Reasons reasons={job.reasons} tone="bad" send={send} />}
      {job.failure !== null && (
        <FailureNotice failure={job.failure}>
          {isSolvedInOptions(job.failure.code) && <OpenOptions send={send} />}
        </FailureNotice>
      )}
      {job.watchedUntil !== null && (
        <WatchedRequest
          until={job.watchedUntil}
          onSettle={() => {
            send({ verb: 'settle-unknown', jobId: job.id });
          }}
        />
      )}
      {stopped && !hasPlan && job.watchedUntil === null && (
        <div className="buttons">
          <button type="button" onClick={choices.startOver}>
            {i18n.t('operation.again')}
          </button>
        </div>
      )}
      {job.cancellable && (
        <div className="buttons">
          <button
            type="button"
            onClick={() => {
              send({ verb: 'cancel-job', jobId: job.id });
            }}
          >
            {i18n.t('operation.cancel')}
          </button>
        </div>
      )}
    </Section>
  );
}

function noteOf(job: JobView, charge: DrawerCharge | null): string | null {
  if (job.calledOff !== null) return calledOffText(job.calledOff);
  if (isOvertaken(job, charge)) return i18n.t('operation.last_check');
  if (isReplacing(job)) return i18n.t('operation.replacing');
  if (job.settled) return i18n.t('operation.settled');
  return isUnchecked(job) ? null : jobNote(job.state);
}

/** The old charges are not gone yet, and nothing of this sending has left. */
function isReplacing({ state, replacing }: JobView): boolean {
  const isEarly = state === 'queued' || state === 'locating' || state === 'waiting';
  return isEarly && replacing.some((one) => one.state !== 'gone');
}

/** It ended without its last check: its failure says so, and nothing beside it may say otherwise. */
function isUnchecked({ state, failure }: JobView): boolean {
  return state === 'done' && failure !== null;
}

/** The charge went on (paid, cancelled, refunded) while its last check was still to come. */
function isOvertaken(job: JobView, charge: DrawerCharge | null): boolean {
  return job.state === 'verified' && charge !== null && !isPayable(charge);
}
