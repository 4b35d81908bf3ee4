import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from './FailureNotice.tsx';
import { SecretField } from './SecretField.tsx';
import { useAction } from './use-action.ts';
import { ask } from './worker-client.ts';

/** Asks the passphrase and unlocks; what changes next comes with the setup. */
export function UnlockForm({ onUnlocked }: { readonly onUnlocked: () => void }): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useAction<null>();

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await unlock.run(() => ask({ verb: 'vault/unlock', passphrase }));
    setPassphrase('');
    if (outcome.ok) onUnlocked();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <SecretField
        label={i18n.t('options_security.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
      />
      {unlock.failure !== null && <FailureNotice failure={unlock.failure} />}
      <div className="buttons">
        <button type="submit" className="primary" disabled={unlock.busy || passphrase === ''}>
          {unlock.busy ? i18n.t('options_security.unlocking') : i18n.t('options_security.unlock')}
        </button>
      </div>
    </form>
  );
}
