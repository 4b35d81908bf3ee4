import { useId, useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { ImportReport } from '../../../lib/messages/pages.ts';
import { Imported } from './Imported.tsx';
import { packChosen } from './chosen-file.ts';

/** Adds an exported file to what is here. What went wrong is said, and nothing of the file is kept then. */
export function Import({ onImported }: { readonly onImported: () => void }): ReactElement {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [unfit, setUnfit] = useState<'large' | 'unreadable' | null>(null);
  const importing = useAction<ImportReport>();

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (file === null) return;
    importing.reset();
    const packed = await packChosen(file);
    setUnfit(packed.ok ? null : packed.error);
    if (!packed.ok) return;
    const outcome = await importing.run(() => ask({ verb: 'data/import', packed: packed.value }));
    if (outcome.ok) onImported();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h3>{i18n.t('options_data.import')}</h3>
      <p className="soft">{i18n.t('options_data.import_lead')}</p>
      <div className="field">
        <label htmlFor={id}>{i18n.t('options_data.import_file')}</label>
        <input
          id={id}
          type="file"
          accept=".jsonl,.json,application/x-ndjson,application/json"
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            setUnfit(null);
            importing.reset();
          }}
        />
      </div>
      {unfit !== null && (
        <Notice tone="bad" role="alert">
          <p>
            {unfit === 'large'
              ? i18n.t('options_data.import_large')
              : i18n.t('options_data.import_unread')}
          </p>
        </Notice>
      )}
      {importing.failure !== null && <FailureNotice failure={importing.failure} />}
      {importing.done !== null && <Imported report={importing.done.value} />}
      <div className="buttons">
        <button type="submit" disabled={file === null || importing.busy}>
          {importing.busy ? i18n.t('options_data.importing') : i18n.t('options_data.import_run')}
        </button>
      </div>
    </form>
  );
}
