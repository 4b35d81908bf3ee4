import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { copyText } from './clipboard.ts';

interface CopyFieldProps {
  readonly name: string;
  readonly value: string;
  readonly aside?: ReactNode;
  /** Asked at the press: what is no longer good is not copied. */
  readonly isGood?: () => boolean;
  /** Said instead of copying. */
  readonly staleText?: string;
  readonly onStale?: () => void;
}

type Outcome = 'none' | 'copied' | 'failed' | 'stale';

/** A code in full, selectable, with a button that copies it and says so. */
export function CopyField(props: CopyFieldProps): ReactElement {
  const { name, value, aside, isGood, staleText, onStale } = props;
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => {
      setOutcome('none');
    }, 3000);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);

  const copy = async (): Promise<void> => {
    if (isGood?.() === false) {
      setOutcome('stale');
      onStale?.();
      return;
    }
    setOutcome((await copyText(value)) ? 'copied' : 'failed');
  };
  return (
    <div className="copy">
      <div className="copy-head">
        <strong>{name}</strong>
        {aside}
      </div>
      <div className="copy-value">
        <code>{value}</code>
        <button
          type="button"
          aria-label={i18n.t('action.copy_named', { name })}
          onClick={() => {
            void copy();
          }}
        >
          {outcome === 'copied' ? `${i18n.t('action.copied')} ✓` : i18n.t('action.copy')}
        </button>
      </div>
      <p
        role="status"
        className={outcome === 'copied' || outcome === 'none' ? 'visually-hidden' : 'small'}
      >
        {outcome === 'copied' && i18n.t('action.copied')}
        {outcome === 'failed' && i18n.t('action.copy_failed')}
        {outcome === 'stale' && staleText}
      </p>
    </div>
  );
}
