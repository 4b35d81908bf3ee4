import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { editRefusalText } from '../../../../components/edit-text.ts';
import { Field } from '../../../../components/Field.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { failureText } from '../../../../components/text.ts';
import type { EditForm } from '../../../../lib/messages/charge-edit.ts';
import { ConfirmButton } from '../../confirm/ConfirmButton.tsx';
import type { DeskProps } from '../Desk.tsx';
import { DateFields } from './DateFields.tsx';
import { EditChanges } from './EditChanges.tsx';
import { TermsFields } from './TermsFields.tsx';
import { useEditDraft } from './use-edit-draft.ts';
import type { OpenForm } from './use-open-form.ts';

interface EditFormViewProps extends DeskProps {
  readonly form: EditForm;
  readonly opened: OpenForm;
}

/** Fields, what they would do, and the confirmation of exactly that. */
export function EditFormView(props: EditFormViewProps): ReactElement {
  const { form, opened, snapshot, received, connected, send } = props;
  const line = useEditDraft(form, opened, send);
  const whole = useRef<HTMLDivElement>(null);
  const { preview, failure, now } = form;
  const isDate = form.kind === 'date';
  const plan = line.isPlanned ? (preview?.plan ?? null) : null;
  const editId = line.isPlanned ? (preview?.editId ?? null) : null;
  // A button that is not on screen cannot be armed, and one that is disabled takes no focus to bring it there.
  useEffect(() => {
    if (editId !== null) whole.current?.scrollIntoView({ block: 'nearest' });
  }, [editId]);
  const refusals = plan?.kind === 'refused' ? plan.refusals : [];
  const told = refusals.filter(({ code }) => code !== 'nothing-changed' && code !== 'needs-reason');
  return (
    <div className="card stack" data-edit-form={form.kind}>
      {now === null && failure === null && (
        <p role="status" className="soft">
          {i18n.t('edit.reading')}
        </p>
      )}
      {isDate ? (
        <DateFields form={form} line={line} today={snapshot.defaults.today} />
      ) : (
        now !== null && <TermsFields form={form} now={now} line={line} />
      )}
      {(isDate || now !== null) && (
        <Field
          label={i18n.t(isDate ? 'edit.reason' : 'edit.reason_optional')}
          hint={i18n.t('edit.reason_hint')}
          value={line.draft.reason}
          onChange={(reason) => {
            line.edit({ reason });
          }}
          maxLength={200}
          required={isDate}
        />
      )}
      <div role="status" className="stack">
        {told.map((refusal) => (
          <p key={refusal.code} className="warn-text">
            {editRefusalText(refusal)}
          </p>
        ))}
      </div>
      {failure !== null && (
        <Notice tone="bad" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <div ref={whole} className="stack edit-confirm">
        {plan?.kind === 'edit' && <EditChanges edit={plan.edit} />}
        <ConfirmButton
          bar={whole}
          subject={editId ?? ''}
          answers={received}
          enabled={connected && opened.isThere && editId !== null}
          sending={false}
          sentence={i18n.t(isDate ? 'edit.sentence' : 'edit.sentence_terms')}
          label={i18n.t(isDate ? 'edit.confirm_date' : 'edit.confirm')}
          onConfirm={() => {
            if (editId !== null) opened.confirm(editId);
          }}
        />
      </div>
    </div>
  );
}
