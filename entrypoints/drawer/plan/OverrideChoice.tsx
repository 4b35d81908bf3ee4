import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import type { Choices } from '../use-choices.ts';
import { isTooShort } from './override-reason.ts';
import { OverrideReason } from './OverrideReason.tsx';

interface OverrideChoiceProps {
  readonly mayOverride: boolean;
  readonly choices: Choices;
}

/** Sending what another gateway already has: for the finance role, with a reason, one invoice at a time. */
export function OverrideChoice({ mayOverride, choices }: OverrideChoiceProps): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (!mayOverride) return <p className="soft">{i18n.t('choice.override_who')}</p>;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isTooShort(reason)) choices.choose({ overrideReason: reason.trim() });
      }}
    >
      <OverrideReason
        label={i18n.t('choice.override_reason')}
        hint={i18n.t('choice.override_hint')}
        reason={reason}
        onChange={setReason}
        tried={tried}
      />
      <div className="buttons">
        <button type="submit" className="danger" disabled={choices.pending}>
          {i18n.t('choice.override')}
        </button>
      </div>
    </form>
  );
}
