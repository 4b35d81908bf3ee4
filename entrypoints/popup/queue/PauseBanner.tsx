import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { Pause } from './use-pause.ts';

interface PauseBannerProps {
  readonly pause: Pause;
  /** Operations that wait because of it. */
  readonly held: number;
}

/** Says that nothing is being changed, for as long as that is so. The region is there before its words. */
export function PauseBanner({ pause, held }: PauseBannerProps): ReactElement {
  const isOn = pause.isOn === true;
  const resume = useRef<HTMLButtonElement>(null);
  // The button that paused is gone; the keyboard goes on at the one that undoes it.
  useEffect(() => {
    if (isOn && document.activeElement === document.body) resume.current?.focus();
  }, [isOn]);
  return (
    <div role="status" className={isOn ? undefined : 'visually-hidden'}>
      {isOn && (
        <Notice tone="warn" title={i18n.t('popup.paused')}>
          <p>{i18n.t('popup.paused_note')}</p>
          {held > 0 && <p>{i18n.t('popup.paused_held', held)}</p>}
          <div className="buttons">
            <button ref={resume} type="button" disabled={pause.busy} onClick={pause.turn(false)}>
              {i18n.t('popup.resume')}
            </button>
          </div>
          {pause.failure !== null && <FailureNotice failure={pause.failure} />}
        </Notice>
      )}
    </div>
  );
}
