import type { ReactElement, ReactNode } from 'react';
import { Badge } from '../../../components/Badge.tsx';
import { JOB_TONES } from '../../../components/job-states.ts';
import { jobText, reasonText } from '../../../components/text.ts';
import type { JobView } from '../../../lib/messages/job-view.ts';

interface JobProgressProps {
  readonly heading: string;
  readonly job: JobView;
  /** The attribute that tells the state of this part's job. */
  readonly mark: 'data-act-job' | 'data-edit-job' | 'data-notices-job' | 'data-payer-job';
  /** Where it stands, a paragraph each. */
  readonly sentences: readonly string[];
  /** Why it stopped, where that is not said yet. */
  readonly failure: string | null;
  readonly connected: boolean;
  readonly cancelLabel: string;
  readonly onCancel: () => void;
  /** What else there is to do about it. */
  readonly children?: ReactNode;
}

/** How far a job of the desk is: nothing is called done before Asaas says so. */
export function JobProgress(props: JobProgressProps): ReactElement {
  const { heading, job, mark, sentences, failure, connected, cancelLabel, onCancel } = props;
  const { state, reasons, cancellable } = job;
  const detail = job.failure?.detail ?? '';
  return (
    <div className="stack" role="status" {...{ [mark]: state }}>
      <div className="section-head">
        <h3>{heading}</h3>
        <Badge tone={JOB_TONES[state]}>{jobText(state)}</Badge>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {reasons.map((reason) => (
        <p key={JSON.stringify(reason)}>{reasonText(reason)}</p>
      ))}
      {failure !== null && <p>{failure}</p>}
      {detail !== '' && <blockquote className="small">{detail}</blockquote>}
      {cancellable && (
        <div className="buttons">
          <button
            type="button"
            disabled={!connected}
            onClick={({ nativeEvent }) => {
              if (nativeEvent.isTrusted) onCancel();
            }}
          >
            {cancelLabel}
          </button>
        </div>
      )}
      {props.children}
    </div>
  );
}
