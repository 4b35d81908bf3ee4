import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Section } from '../../../../components/Section.tsx';
import { editRefusalText } from '../../../../components/edit-text.ts';
import {
  EDIT_FORMS,
  type EditFormKind,
  type EditRefusalCode,
} from '../../../../lib/billing/edit/charge-edit.ts';
import type { DeskProps } from '../Desk.tsx';
import { EditFormView } from './EditFormView.tsx';
import { EditProgress } from './EditProgress.tsx';
import { IxcStill } from './IxcStill.tsx';
import { useOpenForm } from './use-open-form.ts';

const NAMES: Readonly<Record<EditFormKind, () => string>> = {
  date: () => i18n.t('edit.new_date'),
  terms: () => i18n.t('edit.change'),
};
const PASSING: readonly EditRefusalCode[] = ['under-way', 'sending-checked', 'invoice-unread'];
const KEYS: Readonly<Record<EditFormKind, string>> = { date: 'n', terms: 'e' };

/** Another due date, method, description or terms for the charge on screen, and whether IXC knows of the date. */
export function Edit({ snapshot, received, connected, send }: DeskProps): ReactElement | null {
  const { edit } = snapshot.desk;
  const opened = useOpenForm(edit, { connected, send });
  if (edit === null || edit.chargeId !== snapshot.charge?.id) return null;
  const { job, refusal, ixcStill } = edit;
  const { form } = opened;
  // What is under way ends: the buttons wait, with the reason. Whatever else refuses is told by the charge.
  const isOver = refusal !== null && !PASSING.includes(refusal.code);
  if (isOver && job === null && ixcStill === null) return null;
  return (
    <Section heading={i18n.t('edit.heading')}>
      {ixcStill !== null && (
        <IxcStill
          still={ixcStill}
          invoiceId={snapshot.invoice?.id ?? ''}
          onBack={
            connected && refusal === null && ixcStill.invoiceDueDate >= snapshot.defaults.today
              ? () => {
                  opened.open('date', ixcStill.invoiceDueDate);
                }
              : null
          }
        />
      )}
      {job !== null && <EditProgress edit={edit} job={job} connected={connected} send={send} />}
      <div className="buttons">
        {EDIT_FORMS.map((kind) => (
          <button
            key={kind}
            type="button"
            data-key={KEYS[kind]}
            aria-keyshortcuts={KEYS[kind].toUpperCase()}
            aria-expanded={form?.kind === kind}
            disabled={!connected || refusal !== null}
            onClick={() => {
              if (form?.kind === kind) opened.close();
              else opened.open(kind);
            }}
          >
            {NAMES[kind]()} <kbd aria-hidden="true">{KEYS[kind].toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      {refusal !== null && <p className="soft small">{editRefusalText(refusal)}</p>}
      {form !== null && refusal === null && (
        <EditFormView
          key={form.kind}
          form={form}
          opened={opened}
          snapshot={snapshot}
          received={received}
          connected={connected}
          send={send}
        />
      )}
    </Section>
  );
}
