import { useEffect, useRef, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';

interface ConfirmedProps {
  readonly name: string;
  /** What happens, before it does. */
  readonly says: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly isMain?: true;
  readonly onConfirm: () => void;
}

/** A button whose effect is said first and happens at the second one. Escape goes back to the first. */
export function Confirmed(props: ConfirmedProps): ReactElement {
  const { name, says, confirm, busy, isMain, onConfirm } = props;
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const second = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) second.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const back = (): void => {
    setAsking(false);
  };
  if (!asking) {
    return (
      <div className="buttons">
        <button
          ref={first}
          type="button"
          className={isMain === true ? 'primary' : undefined}
          onClick={() => {
            setAsking(true);
          }}
        >
          {name}
        </button>
      </div>
    );
  }
  return (
    <Notice tone="warn">
      <p>{says}</p>
      <div
        className="buttons"
        role="group"
        aria-label={name}
        onKeyDown={({ key }) => {
          if (key === 'Escape') back();
        }}
      >
        <button ref={second} type="button" className="primary" disabled={busy} onClick={onConfirm}>
          {confirm}
        </button>
        <button type="button" onClick={back}>
          {i18n.t('options_adoption.back')}
        </button>
      </div>
    </Notice>
  );
}
