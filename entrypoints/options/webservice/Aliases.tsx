import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { RemoveButton } from '../../../components/RemoveButton.tsx';
import type { PanelSurvey } from '../../../lib/messages/pages.ts';

interface AliasesProps {
  readonly aliases: readonly string[];
  /** Keys that charges carry, without the panel's own. */
  readonly found: PanelSurvey['keysFound'];
  readonly busy: boolean;
  readonly onKeep: (aliases: readonly string[]) => Promise<boolean>;
}

/** Other keys under which this provider's charges may be: looked for before every sending, never written. */
export function Aliases({ aliases, found, busy, onKeep }: AliasesProps): ReactElement {
  const [typed, setTyped] = useState('');
  const unknown = found.filter(({ key }) => !aliases.includes(key));
  const add = async (): Promise<void> => {
    if (await onKeep([...aliases, typed.trim()])) setTyped('');
  };
  return (
    <div className="stack">
      <h3>{i18n.t('identity.aliases')}</h3>
      <p className="soft">{i18n.t('identity.aliases_lead')}</p>
      {aliases.length > 0 && (
        <ul className="saved" aria-label={i18n.t('identity.aliases')}>
          {aliases.map((alias) => (
            <li key={alias}>
              <span>{alias}</span>
              <RemoveButton
                name={alias}
                warning={i18n.t('identity.alias_remove')}
                busy={busy}
                onRemove={() => void onKeep(aliases.filter((other) => other !== alias))}
              />
            </li>
          ))}
        </ul>
      )}
      {unknown.map(({ key, charges }) => (
        <p key={key}>
          {`${key}: ${i18n.t('identity.charges', charges)}`}{' '}
          <button type="button" disabled={busy} onClick={() => void onKeep([...aliases, key])}>
            {i18n.t('identity.alias_take')} <span className="visually-hidden">{key}</span>
          </button>
        </p>
      ))}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={i18n.t('identity.alias')}
          value={typed}
          onChange={setTyped}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={60}
          after={
            <button type="submit" disabled={busy || typed.trim() === ''}>
              {i18n.t('identity.alias_add')}
            </button>
          }
        />
      </form>
    </div>
  );
}
