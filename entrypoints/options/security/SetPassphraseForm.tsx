import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { SecretField } from '../../../components/SecretField.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { MINIMUM_LENGTH } from './passphrase-strength.ts';
import { StrengthHint } from './StrengthHint.tsx';

interface SetPassphraseFormProps {
  readonly hasPassphrase: boolean;
  readonly onSaved: () => void;
}

export function SetPassphraseForm(props: SetPassphraseFormProps): ReactElement {
  const { hasPassphrase, onSaved } = props;
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const save = useAction<null>();
  const differs = repeated !== '' && repeated !== passphrase;
  const ready =
    passphrase.length >= MINIMUM_LENGTH &&
    repeated === passphrase &&
    (!hasPassphrase || current !== '');

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    const outcome = await save.run(() =>
      ask({
        verb: 'vault/set-passphrase',
        current: hasPassphrase ? current : null,
        passphrase,
      }),
    );
    if (!outcome.ok) return;
    setCurrent('');
    setPassphrase('');
    setRepeated('');
    onSaved();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h3>
        {hasPassphrase
          ? i18n.t('options_security.change_heading')
          : i18n.t('options_security.set_heading')}
      </h3>
      {hasPassphrase && (
        <SecretField
          label={i18n.t('options_security.current')}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
      )}
      <SecretField
        label={i18n.t('options_security.new')}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="new-password"
      />
      <StrengthHint passphrase={passphrase} />
      <SecretField
        label={i18n.t('options_security.confirm')}
        value={repeated}
        onChange={setRepeated}
        error={differs ? i18n.t('options_security.mismatch') : undefined}
        autoComplete="new-password"
      />
      <ActionOutcome action={save} />
      <div className="buttons">
        <button type="submit" className="primary" disabled={!ready || save.busy}>
          {hasPassphrase ? i18n.t('options_security.change') : i18n.t('options_security.set')}
        </button>
      </div>
    </form>
  );
}
