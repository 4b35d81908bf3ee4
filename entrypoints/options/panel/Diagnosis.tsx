import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { copyText } from '../../../components/clipboard.ts';
import { Notice } from '../../../components/Notice.tsx';
import type { PanelDiagnosis } from '../../../lib/messages/panel.ts';
import { GridTable } from './GridTable.tsx';
import { missingSelectors } from './missing-selectors.ts';

interface DiagnosisProps {
  readonly diagnosis: PanelDiagnosis;
}

/** What the extension finds on the open panel, and a copy of it for whoever helps. */
export function Diagnosis({ diagnosis }: DiagnosisProps): ReactElement {
  const { grids, billsByFatura, version } = diagnosis;
  const [copied, setCopied] = useState<boolean | null>(null);
  const missing = missingSelectors(diagnosis);
  const disagreeing = grids.reduce((sum, grid) => sum + grid.disagreeing, 0);

  const copy = async (): Promise<void> => {
    setCopied(await copyText(JSON.stringify(diagnosis, null, 2)));
  };
  return (
    <div className="stack card" role="status">
      {version !== null && <p>{i18n.t('diagnosis.version', { version })}</p>}
      {billsByFatura && (
        <Notice tone="bad">
          <p>{i18n.t('diagnosis.by_fatura')}</p>
        </Notice>
      )}
      {grids.length === 0 ? <p>{i18n.t('diagnosis.no_grids')}</p> : <GridTable grids={grids} />}
      {disagreeing > 0 && (
        <Notice tone="warn">
          <p>{i18n.t('diagnosis.disagreeing', disagreeing)}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warn">
          <p>{i18n.t('diagnosis.missing', { names: missing.join(', ') })}</p>
        </Notice>
      )}
      {grids.length > 0 && missing.length === 0 && disagreeing === 0 && (
        <p className="soft">{i18n.t('diagnosis.fine')}</p>
      )}
      <div className="buttons">
        <button type="button" onClick={() => void copy()}>
          {i18n.t('diagnosis.copy')}
        </button>
        <span role="status" className="small">
          {copied === true && i18n.t('action.copied')}
          {copied === false && i18n.t('diagnosis.copy_failed')}
        </span>
      </div>
      <p className="soft small">{i18n.t('diagnosis.sanitised')}</p>
    </div>
  );
}
