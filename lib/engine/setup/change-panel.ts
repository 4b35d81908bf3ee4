import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';
import { storing } from './storing.ts';

/**
 * Replaces one panel's settings. `decide` sees the newest settings and may refuse: nothing can change
 * between its decision and the write.
 */
export function changePanel(
  { settings }: Pick<SetupPorts, 'settings'>,
  origin: string,
  decide: (panel: PanelSettings, current: Settings) => Result<PanelSettings, FailureView>,
): Promise<Result<PanelSettings, FailureView>> {
  return storing(async () => {
    const decision: { refusal: FailureView | null } = { refusal: null };
    const after = await settings.update((current) => {
      const panel = findPanel(current, origin);
      const decided = panel ? decide(panel, current) : fail<FailureView>({ code: 'panel-unknown' });
      decision.refusal = decided.ok ? null : decided.error;
      return decided.ok ? withPanel(current, decided.value) : current;
    });
    if (decision.refusal) return fail(decision.refusal);
    const panel = findPanel(after, origin);
    return panel ? ok(panel) : fail({ code: 'panel-unknown' });
  });
}

function withPanel(settings: Settings, changed: PanelSettings): Settings {
  const panels = settings.panels.map((panel) =>
    panel.origin === changed.origin ? changed : panel,
  );
  return { ...settings, panels };
}
