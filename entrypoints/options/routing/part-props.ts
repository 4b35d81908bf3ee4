import type { PanelSurvey, PanelView } from '../../../lib/messages/pages.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import type { RoutingDraft } from './routing-draft.ts';

/** What every part of the form gets. */
export interface PartProps {
  readonly panel: PanelView;
  readonly accounts: readonly AccountSettings[];
  readonly survey: PanelSurvey;
  readonly draft: RoutingDraft;
  readonly onChange: (draft: RoutingDraft) => void;
}
