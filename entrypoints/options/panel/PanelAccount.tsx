import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';
import type { SectionProps } from '../section-props.ts';

interface PanelAccountProps extends SectionProps {
  readonly panel: PanelSettings;
}

/** Which account charges this panel; nothing to choose while the only one there is already does. */
export function PanelAccount({ panel, setup, onChange }: PanelAccountProps): ReactElement | null {
  const id = useId();
  const choice = useAction<PanelSettings>();
  const { accounts } = setup;
  const { origin, accountId } = panel;
  if (accounts.length === 0 || (accounts.length === 1 && accountId !== null)) return null;

  const choose = async (chosen: string): Promise<void> => {
    const outcome = await choice.run(() =>
      ask({ verb: 'panel/account', origin, accountId: chosen }),
    );
    if (outcome.ok) onChange();
  };
  return (
    <div className="field">
      <label id={`${id}-label`} htmlFor={id}>
        {i18n.t('options_panel.account')} <span className="visually-hidden">{origin}</span>
      </label>
      <select
        id={id}
        value={accountId ?? ''}
        disabled={choice.busy}
        aria-invalid={accountId === null ? true : undefined}
        onChange={({ target }) => void choose(target.value)}
      >
        {accountId === null && (
          <option value="" disabled>
            {i18n.t('options_panel.account_choose')}
          </option>
        )}
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {accountName(account)}
          </option>
        ))}
      </select>
      {accountId === null && <p className="error">{i18n.t('options_panel.account_missing')}</p>}
      {choice.failure !== null && <FailureNotice failure={choice.failure} />}
    </div>
  );
}
