import type { JobView } from '../../messages/job-view.ts';
import type { Settings } from '../../settings/settings.ts';
import type { InvoiceStanding } from '../drawer/standing.ts';
import { cancel } from '../outbox/store.ts';
import type { DeskContext } from './part.ts';

/** What a part shows, as far as its job is concerned. */
type ViewOfJob = (
  settings: Settings,
  standing: InvoiceStanding,
) => Promise<{ readonly job: JobView | null } | null>;

/** Whether a part shows this very job by now: a drawer speaks for no other. */
export async function isShownJob(
  { engine, standing }: DeskContext,
  view: ViewOfJob,
  jobId: string,
): Promise<boolean> {
  const shown = await view(await engine.readSettings(), await standing());
  return shown?.job?.id === jobId;
}

/** Calls off the job that a part shows, and no other. */
export async function callOff(context: DeskContext, view: ViewOfJob, jobId: string): Promise<void> {
  if (await isShownJob(context, view, jobId)) await cancel(context.engine, jobId);
  return context.show();
}
