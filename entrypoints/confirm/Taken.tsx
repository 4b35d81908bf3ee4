import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import { CloseButton } from './CloseButton.tsx';

/** Time enough to read it; whoever wants more presses nothing, and reads it in the drawer. ms. */
const CLOSES_AFTER = 8_000;

/** What happens now. The window goes by itself, and the panel has the keyboard again. */
export function Taken({ paused }: { readonly paused: boolean }): ReactElement {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
    const timer = setTimeout(() => {
      window.close();
    }, CLOSES_AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Notice tone={paused ? 'warn' : 'good'} role="status">
      <p>{i18n.t(paused ? 'act.taken_paused' : 'act.taken')}</p>
      <div className="buttons">
        <CloseButton ref={close} />
      </div>
    </Notice>
  );
}
