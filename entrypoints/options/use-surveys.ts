import { useState } from 'react';
import { ask } from '../../components/worker-client.ts';
import type { FailureView } from '../../lib/messages/failure.ts';
import type { PanelSurvey } from '../../lib/messages/pages.ts';

export interface Surveys {
  /** What was read of the panel while this page is open; null before. */
  readonly of: (origin: string) => PanelSurvey | null;
  readonly failureOf: (origin: string) => FailureView | null;
  readonly busy: boolean;
  readonly read: (origin: string) => Promise<void>;
}

type Outcomes = Readonly<Record<string, PanelSurvey | FailureView>>;

const isSurvey = (outcome: PanelSurvey | FailureView | undefined): outcome is PanelSurvey =>
  outcome !== undefined && 'carteiras' in outcome;

/** Filiais, carteiras, contas and keys of each panel: read once for all the sections that use them. */
export function useSurveys(): Surveys {
  const [outcomes, setOutcomes] = useState<Outcomes>({});
  const [busy, setBusy] = useState(false);

  const read = async (origin: string): Promise<void> => {
    setBusy(true);
    const outcome = await ask({ verb: 'panel/survey', origin });
    setOutcomes((known) => ({ ...known, [origin]: outcome.ok ? outcome.value : outcome.error }));
    setBusy(false);
  };
  return {
    of: (origin) => {
      const outcome = outcomes[origin];
      return isSurvey(outcome) ? outcome : null;
    },
    failureOf: (origin) => {
      const outcome = outcomes[origin];
      return outcome === undefined || isSurvey(outcome) ? null : outcome;
    },
    busy,
    read,
  };
}
