import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { SecretField } from '../../../components/SecretField.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { Insisted } from '../../../lib/messages/page-requests.ts';
import type { WebserviceTest } from '../../../lib/messages/pages.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';
import { insistedOn, isInsistable } from './insistable.ts';
import { ProviderKeyForm } from './ProviderKeyForm.tsx';

interface WebserviceFormProps {
  readonly origin: string;
  readonly onSaved: () => void;
}

/** Token, then the test, then the provider key that the test proposed, then save. */
export function WebserviceForm({ origin, onSaved }: WebserviceFormProps): ReactElement {
  const [token, setToken] = useState('');
  const [providerKey, setProviderKey] = useState('');
  const [overPlainHttp, setOverPlainHttp] = useState(false);
  /** What was insisted on with the last save. */
  const [insisted, setInsisted] = useState<Insisted>([]);
  const test = useAction<WebserviceTest>();
  const save = useAction<PanelSettings>();
  const busy = test.busy || save.busy;

  const edit = (typed: string): void => {
    setToken(typed);
    test.reset();
    save.reset();
  };
  const submitTest = async (plainHttp = overPlainHttp): Promise<void> => {
    save.reset();
    setOverPlainHttp(plainHttp);
    const pasted = { origin, token: token.trim(), ...(plainHttp && { overPlainHttp: plainHttp }) };
    const outcome = await test.run(() => ask({ verb: 'webservice/test', ...pasted }));
    if (outcome.ok) setProviderKey(outcome.value.providerKey);
  };
  const submit = async (insists: Insisted = []): Promise<void> => {
    setInsisted(insists);
    const outcome = await save.run(() =>
      ask({
        verb: 'webservice/save',
        origin,
        token: token.trim(),
        providerKey,
        ...(insists.length > 0 && { insists }),
        ...(overPlainHttp && { overPlainHttp }),
      }),
    );
    if (!outcome.ok) return;
    setToken('');
    test.reset();
    onSaved();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  const isOther = isInsistable(save.failure);
  return (
    <form className="stack" onSubmit={onSubmit}>
      <SecretField
        label={i18n.t('options_webservice.token')}
        hint={i18n.t('options_webservice.token_hint')}
        value={token}
        onChange={edit}
        autoComplete="off"
      />
      {test.failure !== null && (
        <FailureNotice failure={test.failure}>
          {test.failure.code === 'ixc-token-plain-http' && (
            <button type="button" className="danger" onClick={() => void submitTest(true)}>
              {i18n.t('options_webservice.plain_confirm')}
            </button>
          )}
        </FailureNotice>
      )}
      {test.done !== null && (
        <ProviderKeyForm
          provider={test.done.value}
          providerKey={providerKey}
          onChange={(typed) => {
            setProviderKey(typed);
            save.reset();
          }}
          other={isOther ? save.failure : null}
          busy={busy}
          onInsist={() => void submit(insistedOn(insisted, save.failure))}
        />
      )}
      {!isOther && <ActionOutcome action={save} />}
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => void submitTest()}>
          {test.busy ? i18n.t('options_webservice.testing') : i18n.t('options_webservice.test')}
        </button>
        <button type="submit" className="primary" disabled={busy || test.done === null}>
          {save.busy ? i18n.t('action.saving') : i18n.t('action.save')}
        </button>
        {test.done === null && (
          <span className="soft small">{i18n.t('options_webservice.needs_test')}</span>
        )}
      </div>
    </form>
  );
}
