import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import type { Action } from '../../../components/use-action.ts';
import { KeyFailure } from './KeyFailure.tsx';
import type { ProposedKey } from './proposed-keys.ts';

interface KeyFieldProps {
  readonly proposals: readonly ProposedKey[];
  readonly save: Pick<Action<unknown>, 'busy' | 'failure'>;
  /** `true`: it was said what speaks against the key, and the operator insists. */
  readonly onKeep: (key: string, insists?: true) => void;
  readonly onEdit: () => void;
}

/** The first proposal stands until another key is typed: nothing is confirmed without a press. */
export function KeyField({ proposals, save, onKeep, onEdit }: KeyFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const key = typed ?? proposals[0]?.key ?? '';
  const edit = (text: string): void => {
    setTyped(text);
    onEdit();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(key);
      }}
    >
      <Field
        label={i18n.t('options_webservice.provider_key')}
        hint={i18n.t('options_webservice.provider_key_hint')}
        value={key}
        onChange={edit}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        maxLength={60}
      />
      {proposals.length > 0 && (
        <ul className="buttons" aria-label={i18n.t('identity.proposals')}>
          {proposals.map((proposal) => (
            <li key={proposal.key}>
              <button
                type="button"
                className="quiet"
                aria-pressed={proposal.key === key}
                onClick={() => {
                  edit(proposal.key);
                }}
              >
                {proposalText(proposal)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <KeyFailure
        failure={save.failure}
        busy={save.busy}
        onInsist={() => {
          onKeep(key, true);
        }}
      />
      <div className="buttons">
        <button type="submit" className="primary" disabled={save.busy || key.trim() === ''}>
          {save.busy ? i18n.t('action.saving') : i18n.t('identity.confirm')}
        </button>
      </div>
    </form>
  );
}

function proposalText({ key, charges }: ProposedKey): string {
  return charges === null
    ? i18n.t('identity.proposal_document', { key })
    : `${key}: ${i18n.t('identity.charges', charges)}`;
}
