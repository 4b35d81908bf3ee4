import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../../components/Field.tsx';
import type { OverridableField } from '../../../../lib/billing/payer/override.ts';
import type { DrawerRequest, DrawerSnapshot } from '../../../../lib/messages/drawer.ts';
import { isTooShort } from '../../plan/override-reason.ts';
import { OverrideReason } from '../../plan/OverrideReason.tsx';
import type { Choices } from '../../use-choices.ts';
import { mistakesIn, NOTHING_TYPED, typedOverride } from './override-draft.ts';

interface OverrideFormProps {
  readonly snapshot: DrawerSnapshot;
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

const FIELDS: readonly {
  readonly field: OverridableField;
  readonly label: () => string;
  readonly wrong: () => string;
  readonly mode: 'email' | 'tel' | 'text';
}[] = [
  {
    field: 'email',
    label: () => i18n.t('payer.override_email'),
    wrong: () => i18n.t('payer.mistake_email'),
    mode: 'email',
  },
  {
    field: 'mobilePhone',
    label: () => i18n.t('payer.override_mobile'),
    wrong: () => i18n.t('payer.mistake_mobile'),
    mode: 'tel',
  },
  {
    field: 'document',
    label: () => i18n.t('payer.override_document'),
    wrong: () => i18n.t('payer.mistake_document'),
    mode: 'text',
  },
];

/** Another e-mail, mobile or CPF for this sending alone: for the finance role, with a reason. */
export function OverrideForm({ snapshot, choices, send }: OverrideFormProps): ReactElement {
  const [draft, setDraft] = useState(NOTHING_TYPED);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = mistakesIn(draft);
  const typed = typedOverride(draft);
  const isFine = typed !== null && wrong.length === 0 && !isTooShort(reason);
  const use = (): void => {
    setTried(true);
    if (!isFine) return;
    const id = crypto.randomUUID();
    send({ verb: 'payer-override', override: { id, ...typed } });
    choices.choose({ payerOverride: { id, reason: reason.trim() } });
  };
  return (
    <details className="override">
      <summary>{i18n.t('payer.override')}</summary>
      {snapshot.rights.mayOverride ? (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            use();
          }}
        >
          <p className="small">{i18n.t('payer.override_note')}</p>
          {FIELDS.map(({ field, label, wrong: text, mode }) => (
            <Field
              key={field}
              label={label()}
              value={draft[field]}
              onChange={(value) => {
                setDraft({ ...draft, [field]: value });
              }}
              error={tried && wrong.includes(field) ? text() : undefined}
              inputMode={mode}
              autoComplete="off"
              maxLength={field === 'email' ? 200 : 30}
            />
          ))}
          <OverrideReason
            label={i18n.t('payer.override_reason')}
            hint={i18n.t('payer.override_reason_hint')}
            reason={reason}
            onChange={setReason}
            tried={tried}
          />
          <p role="alert" className="error">
            {tried && typed === null && i18n.t('payer.override_empty')}
          </p>
          <div className="buttons">
            <button type="submit" className="danger" disabled={choices.pending}>
              {i18n.t('payer.override_use')}
            </button>
          </div>
        </form>
      ) : (
        <p className="soft">{i18n.t('payer.override_who')}</p>
      )}
    </details>
  );
}
