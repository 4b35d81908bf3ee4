import type { ReactElement, ReactNode } from 'react';
import { i18n } from '#i18n';

interface KeyButtonProps {
  /** The key that does the same while the focus is on the invoice. */
  readonly hint: string;
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button with its key beside its name. It keeps its width while it is busy. */
export function KeyButton({ hint, busy, onPress, children }: KeyButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="key-button"
      aria-disabled={busy}
      aria-keyshortcuts={hint.replace('⇧', 'Shift+')}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {children} <kbd aria-hidden="true">{hint}</kbd>
      {busy && <span className="visually-hidden">{i18n.t('palette.fetching')}</span>}
    </button>
  );
}
