import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { Subject } from '../../../lib/engine/data/subject.ts';
import type { SetupView } from '../../../lib/messages/pages.ts';
import { PanelSelect } from '../PanelSelect.tsx';
import { usePanelChoice } from '../use-panel-choice.ts';
import { ErasurePreview } from './ErasurePreview.tsx';
import { subjectName } from './file-names.ts';
import { useFileMaker } from './file-to-save.ts';
import { SavedFile } from './SavedFile.tsx';
import { subjectOf } from './subject-draft.ts';

/** One customer's rights (LGPD): what is held about them, handed out or erased. */
export function SubjectForm({ setup }: { readonly setup: SetupView }): ReactElement {
  const { panel, choose } = usePanelChoice(setup);
  const [customerId, setCustomerId] = useState('');
  const [looked, setLooked] = useState<Subject | null>(null);
  /** A look after another one starts anew, whatever became of that one. */
  const [looks, setLooks] = useState(0);
  const [tried, setTried] = useState(false);
  const exporting = useAction<string | null>();
  const { file, save, forget } = useFileMaker();
  const subject = panel === null ? null : subjectOf(panel.origin, customerId);

  const startAnew = (): void => {
    setLooked(null);
    setTried(false);
    forget();
    exporting.reset();
  };
  const handOut = async (): Promise<void> => {
    setTried(true);
    if (subject === null) return;
    const outcome = await exporting.run(() =>
      ask({ verb: 'data/subject', ...subject, what: 'export' }),
    );
    if (!outcome.ok || outcome.value === null) return;
    save(subjectName(subject, new Date()), new Blob([outcome.value]));
  };
  const look = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    setLooked(subject);
    setLooks(looks + 1);
  };
  return (
    <form className="stack" onSubmit={look}>
      <h3>{i18n.t('options_data.subject')}</h3>
      <p className="soft">{i18n.t('options_data.subject_lead')}</p>
      {panel === null ? (
        <p>{i18n.t('options_data.subject_needs_panel')}</p>
      ) : (
        <>
          <PanelSelect
            panels={setup.panels}
            origin={panel.origin}
            onChange={(origin) => {
              choose(origin);
              startAnew();
            }}
          />
          <Field
            label={i18n.t('options_data.customer')}
            hint={i18n.t('options_data.customer_hint')}
            error={tried && subject === null ? i18n.t('options_data.customer_wrong') : undefined}
            value={customerId}
            onChange={(typed) => {
              setCustomerId(typed);
              startAnew();
            }}
            inputMode="numeric"
            autoComplete="off"
            maxLength={15}
          />
          {exporting.failure !== null && <FailureNotice failure={exporting.failure} />}
          {file !== null && <SavedFile file={file} />}
          <div className="buttons">
            <button type="button" disabled={exporting.busy} onClick={() => void handOut()}>
              {i18n.t('options_data.subject_export')}
            </button>
            <button type="submit">{i18n.t('options_data.subject_look')}</button>
          </div>
          {looked !== null && <ErasurePreview key={looks} subject={looked} panels={setup.panels} />}
        </>
      )}
    </form>
  );
}
