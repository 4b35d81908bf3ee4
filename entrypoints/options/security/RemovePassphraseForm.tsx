import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { SecretField } from '../../../components/SecretField.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';

export function RemovePassphraseForm({
  onRemoved,
}: {
  readonly onRemoved: () => void;
}): ReactElement {
  const [current, setCurrent] = useState('');
  const remove = useAction<null>();

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await remove.run(() => ask({ verb: 'vault/remove-passphrase', current }));
    setCurrent('');
    if (outcome.ok) onRemoved();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h3>{i18n.t('options_security.remove_heading')}</h3>
      <p className="soft">{i18n.t('options_security.remove_note')}</p>
      <SecretField
        label={i18n.t('options_security.current')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
      />
      {remove.failure !== null && <FailureNotice failure={remove.failure} />}
      <div className="buttons">
        <button type="submit" className="danger" disabled={remove.busy || current === ''}>
          {i18n.t('options_security.remove')}
        </button>
      </div>
    </form>
  );
}
