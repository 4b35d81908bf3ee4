import type { PanelSettings } from './settings.ts';

/** Keys that are confirmed for any other panel, each with that panel's origin. */
export function keysOfOtherPanels(
  panels: readonly Pick<PanelSettings, 'origin' | 'providerKey'>[],
  origin: string,
): ReadonlyMap<string, string> {
  return new Map(
    panels.flatMap((panel) =>
      panel.providerKey === null || panel.origin === origin
        ? []
        : [[panel.providerKey, panel.origin] as const],
    ),
  );
}
