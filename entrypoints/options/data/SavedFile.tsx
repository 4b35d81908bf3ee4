import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import type { FileToSave } from './file-to-save.ts';

/** The file that was made, to be saved once more where the browser did not. */
export function SavedFile({ file }: { readonly file: FileToSave }): ReactElement {
  return (
    <Notice tone="good" role="status">
      <p>{i18n.t('options_data.exported')}</p>
      <a href={file.url} download={file.name}>
        {i18n.t('options_data.download_again', { name: file.name })}
      </a>
    </Notice>
  );
}
