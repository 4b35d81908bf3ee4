import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Section } from '../../../../components/Section.tsx';
import { editRefusalText } from '../../../../components/edit-text.ts';
import { EDIT_FORMS, type EditFormKind } from '../../../../lib/messages/charge-edit.ts';
import type { DeskProps } from '../Desk.tsx';
import { EditFormView } from './EditFormView.tsx';
import { EditProgress } from './EditProgress.tsx';
import { IxcStill } from './IxcStill.tsx';

const NAMES: Readonly<Record<EditFormKind, () => string>> = {
  date: () => i18n.t('edit.new_date'),
  terms: () => i18n.t('edit.change'),
};

/** Another due date, method, description or terms for the charge on screen, and whether IXC knows of the date. */
export function Edit({ snapshot, received, connected, send }: DeskProps): ReactElement | null {
  const { edit } = snapshot.desk;
  if (edit === null || edit.chargeId !== snapshot.charge?.id) return null;
  const { form, job, refusal, ixcStill } = edit;
  const isOver = refusal !== null && refusal.code !== 'under-way';
  if (isOver && job === null && ixcStill === null) return null;
  return (
    <Section heading={i18n.t('edit.heading')}>
      {ixcStill !== null && <IxcStill still={ixcStill} invoiceId={snapshot.invoice?.id ?? ''} />}
      {job !== null && <EditProgress edit={edit} job={job} connected={connected} send={send} />}
      <div className="buttons">
        {EDIT_FORMS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-expanded={form?.kind === kind}
            disabled={!connected || refusal !== null}
            onClick={() => {
              send({ verb: 'edit', form: form?.kind === kind ? null : kind });
            }}
          >
            {NAMES[kind]()}
          </button>
        ))}
      </div>
      {refusal !== null && <p className="soft small">{editRefusalText(refusal)}</p>}
      {form !== null && refusal === null && (
        <EditFormView
          key={form.id}
          form={form}
          snapshot={snapshot}
          received={received}
          connected={connected}
          send={send}
        />
      )}
    </Section>
  );
}
