import { useId, type ReactElement, type ReactNode } from 'react';

interface SectionProps {
  readonly heading: string;
  readonly className?: string;
  /** Shown on the heading's line, at its end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A region named by its heading, so that equal labels inside different sections stay distinct. */
export function Section({ heading, className, aside, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <div className="section-head">
        <h2 id={id}>{heading}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
