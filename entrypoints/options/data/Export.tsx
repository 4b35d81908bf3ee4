import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask, type Outcome } from '../../../components/worker-client.ts';
import { fail, ok } from '../../../lib/billing/result.ts';
import { unpackFile } from '../../../lib/messages/packed-text.ts';
import { exportName } from './file-names.ts';
import { useFileMaker } from './file-to-save.ts';
import { SavedFile } from './SavedFile.tsx';

/** Everything but secrets, as a file. */
export function Export(): ReactElement {
  const exporting = useAction<Blob>();
  const { file, save, forget } = useFileMaker();
  const run = async (): Promise<void> => {
    forget();
    const outcome = await exporting.run(askForExport);
    if (outcome.ok) save(exportName(new Date()), outcome.value);
  };
  return (
    <div className="stack">
      <h3>{i18n.t('options_data.export')}</h3>
      <p className="soft">{i18n.t('options_data.export_lead')}</p>
      {exporting.failure !== null && <FailureNotice failure={exporting.failure} />}
      {file !== null && <SavedFile file={file} />}
      <div className="buttons">
        <button type="button" disabled={exporting.busy} onClick={() => void run()}>
          {exporting.busy ? i18n.t('options_data.exporting') : i18n.t('options_data.export_run')}
        </button>
      </div>
    </div>
  );
}

async function askForExport(): Promise<Outcome<Blob>> {
  const packed = await ask({ verb: 'data/export' });
  if (!packed.ok) return packed;
  const file = await unpackFile(packed.value);
  return file === null ? fail({ code: 'internal' }) : ok(file);
}
