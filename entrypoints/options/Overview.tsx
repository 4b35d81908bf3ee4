import type { ReactElement } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import { ASAAS_PATTERNS } from '../../lib/asaas/environment.ts';
import { Checklist } from './Checklist.tsx';
import { OtherParts } from './OtherParts.tsx';
import type { SectionProps } from './section-props.ts';

/** What stands between this setup and the first charge. */
export function Overview({ setup, onChange }: SectionProps): ReactElement {
  const grant = async (): Promise<void> => {
    await browser.permissions.request({ origins: [...ASAAS_PATTERNS] });
    onChange();
  };
  return (
    <>
      {!setup.apiHostsPermitted && (
        <Notice tone="bad">
          <p>{i18n.t('options.hosts_missing')}</p>
          <button type="button" className="primary" onClick={() => void grant()}>
            {i18n.t('options.hosts_grant')}
          </button>
        </Notice>
      )}
      {setup.settingsProblem !== undefined && (
        <Notice tone="warn">
          <p>{i18n.t('options.settings_problem')}</p>
        </Notice>
      )}
      {setup.vault === 'locked' && (
        <Notice tone="warn">
          <p>{i18n.t('options.locked')}</p>
        </Notice>
      )}
      <Checklist setup={setup} />
      <OtherParts />
    </>
  );
}
