import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import { stepsMissing, type RequiredStep } from '../../components/setup-steps.ts';
import type { SetupView } from '../../lib/messages/pages.ts';

/** Ready, or what is missing, in the words of the options page. */
export function SetupState({ setup }: { readonly setup: SetupView }): ReactElement | null {
  const missing = stepsMissing(setup);
  if (missing.length === 0 && setup.apiHostsPermitted)
    // While locked the form below says what to do, and nothing is ready.
    return setup.vault === 'locked' ? null : (
      <Notice tone="good" title={i18n.t('popup.ready')}>
        <p>{i18n.t('popup.ready_note')}</p>
      </Notice>
    );
  return (
    <Notice tone="warn" title={i18n.t('popup.setup_heading')}>
      <ul>
        {missing.map((step) => (
          <li key={step}>{stepName(step)}</li>
        ))}
        {!setup.apiHostsPermitted && <li>{i18n.t('options.hosts_grant')}</li>}
      </ul>
    </Notice>
  );
}

function stepName(step: RequiredStep): string {
  switch (step) {
    case 'account':
      return i18n.t('options_account.heading');
    case 'panel':
      return i18n.t('options_panel.heading');
    case 'webservice':
      return i18n.t('options_webservice.heading');
    case 'sending':
      return i18n.t('options_sending.heading');
  }
}
