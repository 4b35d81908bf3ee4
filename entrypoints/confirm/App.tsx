import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { actFailureText, actText } from '../../components/act-text.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { UnlockForm } from '../../components/UnlockForm.tsx';
import { ActFacts } from './ActFacts.tsx';
import { ActForm } from './ActForm.tsx';
import { CloseButton } from './CloseButton.tsx';
import { Refused } from './Refused.tsx';
import { Taken } from './Taken.tsx';
import { useAct } from './use-act.ts';

/** One act on one charge, shown in full before anything is asked of Asaas. Escape leaves all as it is. */
export function App({ id }: { readonly id: string }): ReactElement {
  const act = useAct(id);
  const { reading, failure, busy, taken } = act;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever opened it by keyboard reads on from here, and not from nowhere.
    heading.current?.focus();
  }, []);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') window.close();
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
    };
  }, []);
  useEffect(() => {
    document.title = reading === null ? i18n.t('act.title') : actText(reading.kind);
  }, [reading]);

  const retry = (
    <div className="buttons">
      <button type="button" disabled={busy} onClick={act.reread}>
        {i18n.t('act.reread')}
      </button>
      <CloseButton />
    </div>
  );
  return (
    <main className="stack" aria-busy={busy}>
      <h1 ref={heading} tabIndex={-1}>
        {reading === null ? i18n.t('act.title') : actText(reading.kind)}
      </h1>
      {taken !== null && <Taken paused={taken.paused} />}
      {reading !== null && <ActFacts reading={reading} />}
      {taken === null && (
        <>
          <p role="status" className={busy && reading === null ? 'soft' : 'visually-hidden'}>
            {busy && reading === null && i18n.t('act.reading')}
          </p>
          {failure !== null && (
            <FailureNotice failure={failure} text={actFailureText(failure)}>
              {reading === null && retry}
            </FailureNotice>
          )}
          {failure?.code === 'locked' && <UnlockForm onUnlocked={act.reread} />}
          {reading?.refusal != null && <Refused reading={reading}>{retry}</Refused>}
          {reading?.refusal === null && <ActForm act={act} reading={reading} />}
        </>
      )}
    </main>
  );
}
