import type { ReactElement, ReactNode } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../components/Badge.tsx';
import { Section } from '../../components/Section.tsx';

interface StepProps {
  /** Where the checklist leads. */
  readonly anchor: string;
  readonly heading: string;
  readonly lead: string;
  readonly state: 'done' | 'pending' | 'optional';
  readonly children: ReactNode;
}

/** One step of the checklist, with its state said in words. */
export function Step({ anchor, heading, lead, state, children }: StepProps): ReactElement {
  return (
    <Section
      anchor={anchor}
      heading={heading}
      className={`step step-${state}`}
      aside={<StepState state={state} />}
    >
      <p className="soft">{lead}</p>
      {children}
    </Section>
  );
}

function StepState({ state }: Pick<StepProps, 'state'>): ReactElement {
  switch (state) {
    case 'done':
      return <Badge tone="good">✓ {i18n.t('options.done')}</Badge>;
    case 'pending':
      return <Badge tone="warn">{i18n.t('options.pending')}</Badge>;
    case 'optional':
      return <Badge tone="quiet">{i18n.t('options.optional')}</Badge>;
  }
}
