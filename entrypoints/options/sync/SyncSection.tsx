import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Part } from '../Part.tsx';
import type { SectionProps } from '../section-props.ts';
import { PauseSwitch } from './PauseSwitch.tsx';
import { QuotaMeters } from './QuotaMeters.tsx';
import { Readings } from './Readings.tsx';
import { SyncForm } from './SyncForm.tsx';

export function SyncSection({ setup, onChange }: SectionProps): ReactElement {
  return (
    <Part anchor="sync" heading={i18n.t('options_sync.heading')} lead={i18n.t('options_sync.lead')}>
      <div className="chapters">
        <PauseSwitch paused={setup.paused} onChange={onChange} />
        <SyncForm sync={setup.sync} onChange={onChange} />
        <QuotaMeters accounts={setup.accounts} sync={setup.sync} />
        <Readings accounts={setup.accounts} panels={setup.panels} />
      </div>
    </Part>
  );
}
