import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import type { Choices } from '../use-choices.ts';

/** What the worker takes for a reason: shorter says nothing to whoever reads the audit. */
const SHORTEST = 5;

interface OverrideChoiceProps {
  readonly mayOverride: boolean;
  readonly choices: Choices;
}

/** Sending what another gateway already has: for the finance role, with a reason, one invoice at a time. */
export function OverrideChoice({ mayOverride, choices }: OverrideChoiceProps): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < SHORTEST;
  if (!mayOverride) return <p className="soft">{i18n.t('choice.override_who')}</p>;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) choices.choose({ overrideReason: reason.trim() });
      }}
    >
      <Field
        label={i18n.t('choice.override_reason')}
        hint={i18n.t('choice.override_hint')}
        error={tried && isShort ? i18n.t('choice.override_short') : undefined}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoComplete="off"
        required
      />
      <div className="buttons">
        <button type="submit" className="danger" disabled={choices.pending}>
          {i18n.t('choice.override')}
        </button>
      </div>
    </form>
  );
}
