import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import {
  REQUIRED_STEPS,
  stepsDone,
  worksAlready,
  type RequiredStep,
} from '../../components/setup-steps.ts';
import type { SetupView } from '../../lib/messages/pages.ts';
import { openOptions } from './open-options.ts';

/** The first steps, done and to do, in the words of the options page. Nothing once all is ready. */
export function SetupState({ setup }: { readonly setup: SetupView }): ReactElement | null {
  const done = stepsDone(setup);
  const isReady = REQUIRED_STEPS.every((step) => done[step]);
  if (isReady && setup.apiHostsPermitted) return null;
  const isFirst = setup.accounts.length === 0;
  return (
    <Notice
      tone="info"
      title={isFirst ? i18n.t('popup.setup_heading') : i18n.t('popup.setup_left')}
    >
      {isFirst && <p>{i18n.t('popup.setup_intro')}</p>}
      <ol className="steps-to-do">
        {REQUIRED_STEPS.map((step) => (
          <Step key={step} name={stepName(step)} isDone={done[step]} />
        ))}
        {!setup.apiHostsPermitted && <Step name={i18n.t('options.hosts_grant')} isDone={false} />}
      </ol>
      {worksAlready(setup).marks && <p className="small">{i18n.t('checklist.works_marks')}</p>}
      <div className="buttons">
        <button type="button" className="primary" onClick={() => void openOptions()}>
          {i18n.t('action.open_options')}
        </button>
      </div>
    </Notice>
  );
}

function Step({ name, isDone }: { readonly name: string; readonly isDone: boolean }): ReactElement {
  return (
    <li className={isDone ? 'done' : undefined}>
      <span aria-hidden="true">{isDone ? '✓' : '○'}</span> {name}
      <span className="visually-hidden">
        , {isDone ? i18n.t('options.done') : i18n.t('options.pending')}
      </span>
    </li>
  );
}

function stepName(step: RequiredStep): string {
  switch (step) {
    case 'account':
      return i18n.t('checklist.account');
    case 'panel':
      return i18n.t('checklist.panel');
    case 'webservice':
      return i18n.t('checklist.key');
    case 'sending':
      return i18n.t('checklist.sending');
  }
}
