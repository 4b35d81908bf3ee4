import type { SetupView } from '../../lib/messages/pages.ts';

/** What every section of the page gets. */
export interface SectionProps {
  readonly setup: SetupView;
  /** Called after the worker stored something, to read the setup anew. */
  readonly onChange: () => void;
}
