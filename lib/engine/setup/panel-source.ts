import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { SourceTrial } from '../../messages/pages.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { changePanel } from './change-panel.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';

/** Chooses how IXC is read: `auto` tries and remembers, anything else is read that way or not at all. */
export async function choosePanelSource(
  ports: Pick<SetupPorts, 'settings' | 'ways'>,
  { origin, source }: Pick<PanelSettings, 'origin' | 'source'>,
): Promise<Result<PanelSettings, FailureView>> {
  // Only Chrome has documents apart from the worker: chosen elsewhere, nothing would ever be read.
  if (source === 'document' && !ports.ways.includes('document')) {
    return fail({ code: 'ixc-unsupported' });
  }
  return changePanel(ports, origin, (panel) => ok({ ...panel, source }));
}

/** What every source of the panel can do just now, in the order in which they are tried. */
export async function tryPanelSources(
  ports: Pick<SetupPorts, 'settings' | 'trySources'>,
  origin: string,
): Promise<Result<readonly SourceTrial[], FailureView>> {
  if (!findPanel(await ports.settings.read(), origin)) return fail({ code: 'panel-unknown' });
  return ok(await ports.trySources(origin));
}
