import { useState } from 'react';
import type { PanelView, SetupView } from '../../lib/messages/pages.ts';

export interface PanelChoice {
  /** Null while there is no panel. */
  readonly panel: PanelView | null;
  readonly choose: (origin: string) => void;
}

/** Which panel a section is about: the first, until another one is chosen; never one that went away. */
export function usePanelChoice({ panels }: Pick<SetupView, 'panels'>): PanelChoice {
  const [chosen, choose] = useState<string | null>(null);
  const panel = panels.find(({ origin }) => origin === chosen) ?? panels[0] ?? null;
  return { panel, choose };
}
