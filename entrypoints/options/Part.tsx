import type { ReactElement, ReactNode } from 'react';
import { Section } from '../../components/Section.tsx';

interface PartProps {
  readonly anchor: string;
  readonly heading: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A section that is no step of the setup: nothing in it is missing. */
export function Part({ anchor, heading, lead, children }: PartProps): ReactElement {
  return (
    <Section anchor={anchor} heading={heading} className="step">
      <p className="soft">{lead}</p>
      {children}
    </Section>
  );
}
