import type { SetupView } from '../../lib/messages/pages.ts';
import type { Surveys } from './use-surveys.ts';

/** What every section of the page gets. */
export interface SectionProps {
  readonly setup: SetupView;
  /** Called after the worker stored something, to read the setup anew. */
  readonly onChange: () => void;
}

/** Of the sections that use what IXC says of its filiais, carteiras and contas. */
export interface SurveyedSectionProps extends SectionProps {
  readonly surveys: Surveys;
}
