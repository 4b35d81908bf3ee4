import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Part } from '../Part.tsx';
import type { SectionProps } from '../section-props.ts';
import { AuditCheck } from './AuditCheck.tsx';
import { Export } from './Export.tsx';
import { Import } from './Import.tsx';
import { Retention } from './Retention.tsx';
import { StorageUse } from './StorageUse.tsx';
import { SubjectForm } from './SubjectForm.tsx';
import { Wipe } from './Wipe.tsx';

export function DataSection({ setup, onChange }: SectionProps): ReactElement {
  return (
    <Part anchor="data" heading={i18n.t('options_data.heading')} lead={i18n.t('options_data.lead')}>
      <div className="chapters">
        <Export />
        <Import onImported={onChange} />
        <SubjectForm setup={setup} />
        <AuditCheck />
        <div className="stack">
          <StorageUse />
          <Retention />
        </div>
        <Wipe />
      </div>
    </Part>
  );
}
