import { useId, type ReactElement, type ReactNode } from 'react';

interface SectionProps {
  readonly heading: string;
  /** For links to it; the keyboard goes on from there. */
  readonly anchor?: string;
  readonly className?: string;
  /** Shown on the heading's line, at its end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A region named by its heading, so that equal labels inside different sections stay distinct. */
export function Section({
  heading,
  anchor,
  className,
  aside,
  children,
}: SectionProps): ReactElement {
  const id = useId();
  return (
    <section
      id={anchor}
      tabIndex={anchor === undefined ? undefined : -1}
      aria-labelledby={id}
      className={className}
    >
      <div className="section-head">
        <h2 id={id}>{heading}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
