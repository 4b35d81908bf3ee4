import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelDiagnosis } from '../../messages/panel.ts';
import { z } from '../../schema.ts';
import { changePanel } from './change-panel.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';

const count = z.number().int().nonnegative();
/** The script runs beside a page that we do not own: its words are checked like anybody's. */
const diagnosisBody: z.ZodType<PanelDiagnosis> = z.object({
  selectors: z.record(z.string().max(200), count),
  grids: z
    .array(
      z.object({
        table: z.string().max(200),
        rows: count,
        marked: count,
        by: z.enum(['abbr', 'row-key', 'header', 'none']),
        disagreeing: count,
      }),
    )
    .max(100),
  outline: z.string().max(200_000),
  billsByFatura: z.boolean(),
  version: z.string().max(100).nullable(),
});

/**
 * What the content script of an open tab finds there, without any value of it. That the panel bills by
 * fatura is remembered with it: it decides whether rows get buttons. Where the script says no it may only
 * be unable to tell, so it never takes back a yes: that is for the page's own word.
 */
export async function diagnosePanel(
  ports: Pick<SetupPorts, 'settings' | 'askPanel'>,
  origin: string,
): Promise<Result<PanelDiagnosis, FailureView>> {
  if (!findPanel(await ports.settings.read(), origin)) return fail({ code: 'panel-unknown' });
  const answer = await ports.askPanel(origin, { ask: 'diagnosis' });
  if (answer === null || answer === undefined) return fail({ code: 'panel-no-tab' });
  const diagnosis = diagnosisBody.safeParse(answer);
  if (!diagnosis.success) return fail({ code: 'ixc-rubbish' });
  if (!diagnosis.data.billsByFatura) return ok(diagnosis.data);
  const remembered = await changePanel(ports, origin, (panel) =>
    ok({ ...panel, billsByFatura: true }),
  );
  return remembered.ok ? ok(diagnosis.data) : remembered;
}
