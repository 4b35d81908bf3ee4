import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { actText, refusalText } from '../../../../components/act-text.ts';
import type { ChargeActs } from '../../../../lib/messages/charge-acts.ts';
import type { DeskProps } from '../Desk.tsx';

interface ActsMenuProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly acts: ChargeActs;
}

/**
 * Every act, each with its reason where it is not offered: a button that is only grey explains nothing, so
 * it stays in the keyboard's way and is read with why. Escape leads back to what opened it.
 */
export function ActsMenu({ acts, connected, send }: ActsMenuProps): ReactElement {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="stack" onKeyDown={leave}>
      <div className="buttons">
        <button
          ref={opener}
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
            setOpened(false);
          }}
        >
          {i18n.t('act.menu')}
        </button>
      </div>
      <ul id={id} hidden={!open} className="acts">
        {acts.offered.map(({ kind, refusal }) => (
          <li key={kind}>
            <button
              type="button"
              className="quiet"
              data-act={kind}
              aria-disabled={refusal !== null || !connected}
              aria-describedby={refusal === null ? undefined : `${id}-${kind}`}
              onClick={({ nativeEvent }) => {
                if (refusal !== null || !connected || !nativeEvent.isTrusted) return;
                send({ verb: 'act', kind, chargeId: acts.chargeId });
                setOpen(false);
                setOpened(true);
                opener.current?.focus();
              }}
            >
              {actText(kind)}
            </button>
            {refusal !== null && (
              <p id={`${id}-${kind}`} className="soft small">
                {refusalText(refusal)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className={opened ? 'soft small' : 'visually-hidden'}>
        {opened && i18n.t('act.opened')}
      </p>
    </div>
  );
}
