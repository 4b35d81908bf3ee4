import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';

interface RemoveButtonProps {
  /** Of what is removed; part of the accessible name. */
  readonly name: string;
  /** "Remover" when absent. */
  readonly label?: string;
  /** What removing means, said before it happens. */
  readonly warning?: string;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

/** Asks once more before removing, in place. */
export function RemoveButton(props: RemoveButtonProps): ReactElement {
  const { name, label, warning, busy, onRemove } = props;
  const [asking, setAsking] = useState(false);
  const words = label ?? i18n.t('action.remove');
  const toggle = (): void => {
    setAsking(!asking);
  };
  if (!asking)
    return (
      <span className="buttons">
        <button type="button" className="quiet" aria-label={`${words} ${name}`} onClick={toggle}>
          {words}
        </button>
      </span>
    );
  return (
    <span className="buttons">
      <span className="small">{warning}</span>
      <button type="button" autoFocus onClick={toggle}>
        {i18n.t('action.keep')}
      </button>
      <button type="button" className="danger" disabled={busy} onClick={onRemove}>
        {i18n.t('action.remove_confirm')}
      </button>
    </span>
  );
}
