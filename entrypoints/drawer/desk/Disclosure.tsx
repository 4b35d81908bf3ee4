import { useId, type ReactElement, type ReactNode } from 'react';

interface DisclosureProps {
  readonly heading: string;
  /** The attribute that marks the part. */
  readonly mark: 'data-details' | 'data-notices';
  /** The letter that opens and closes it. */
  readonly letter: 'd' | 'v';
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly disabled?: boolean;
  /** What is said while there is nothing to show yet; null: there is. */
  readonly reading: string | null;
  readonly bodyClass: string;
  readonly children: ReactNode;
}

/** A part of the desk that is read once it is opened. */
export function Disclosure(props: DisclosureProps): ReactElement {
  const { heading, mark, letter, open, onToggle, disabled = false, reading, children } = props;
  const id = useId();
  return (
    <section className="stack" aria-label={heading} {...{ [mark]: '' }}>
      <div className="buttons">
        <button
          type="button"
          data-key={letter}
          aria-keyshortcuts={letter.toUpperCase()}
          aria-expanded={open}
          aria-controls={id}
          disabled={disabled}
          onClick={onToggle}
        >
          {heading} <kbd aria-hidden="true">{letter.toUpperCase()}</kbd>
        </button>
      </div>
      <div id={id} hidden={!open} className={props.bodyClass}>
        {reading !== null && (
          <p role="status" className="soft">
            {reading}
          </p>
        )}
        {children}
      </div>
    </section>
  );
}
