import type { ReactElement } from 'react';
import type { ReadableQueue } from '../../../lib/engine/notify/readable-queue.ts';
import { OddRow, RowGuard } from '../live/RowGuard.tsx';
import { invoiceLabel, type Known } from '../places.ts';
import { JobItem } from './JobItem.tsx';

interface JobRowsProps {
  readonly jobs: ReadableQueue['jobs'];
  /** Those that are there and cannot be read. */
  readonly odd?: ReadableQueue['odd'];
  readonly known: Known;
}

/** Operations as the rows of a list. */
export function JobRows({ jobs, odd = [], known }: JobRowsProps): ReactElement {
  return (
    <>
      {jobs.map((job) => (
        <RowGuard key={job.id} about={invoiceLabel(job.invoiceId, job.origin, known)}>
          <JobItem job={job} known={known} />
        </RowGuard>
      ))}
      {odd.map(({ id, invoiceId, origin }) => (
        <OddRow key={id} about={invoiceLabel(invoiceId, origin, known)} />
      ))}
    </>
  );
}
