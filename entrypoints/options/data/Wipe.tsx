import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { Field } from '../../../components/Field.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';

/** The same in every language: the worker wants this very word. */
const WORD = 'APAGAR';

/** Everything, for good. The word must be typed, so that no slip of the hand does it. */
export function Wipe(): ReactElement {
  const [typed, setTyped] = useState('');
  const wipe = useAction<null>();
  const isMeant = typed.trim() === WORD;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isMeant) return;
    await wipe.run(() => ask({ verb: 'data/wipe', confirm: WORD }));
    setTyped('');
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h3>{i18n.t('options_data.wipe')}</h3>
      <p className="soft">{i18n.t('options_data.wipe_lead')}</p>
      <p className="soft">{i18n.t('options_data.wipe_refused')}</p>
      <Field
        label={i18n.t('options_data.wipe_word')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          wipe.reset();
        }}
        spellCheck={false}
        autoCapitalize="characters"
        autoComplete="off"
        maxLength={10}
      />
      <ActionOutcome action={wipe} success={i18n.t('options_data.wiped')} />
      <div className="buttons">
        <button type="submit" className="danger" disabled={!isMeant || wipe.busy}>
          {wipe.busy ? i18n.t('options_data.wiping') : i18n.t('options_data.wipe_run')}
        </button>
      </div>
    </form>
  );
}
