import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { PanelSurvey, PanelView } from '../../../lib/messages/pages.ts';
import type { AccountSettings, PanelSettings } from '../../../lib/settings/settings.ts';
import { SettingsForm } from '../SettingsForm.tsx';
import { CarteiraTable } from './CarteiraTable.tsx';
import { Exceptions } from './Exceptions.tsx';
import { FilialTable } from './FilialTable.tsx';
import { draftOf, type RoutingDraft } from './routing-draft.ts';
import { SettlementTable } from './SettlementTable.tsx';

interface RoutingFormProps {
  readonly panel: PanelView;
  readonly accounts: readonly AccountSettings[];
  readonly survey: PanelSurvey;
  readonly onSaved: () => void;
}

/** Everything is kept with one press; what could not be read stays as it was saved. */
export function RoutingForm(props: RoutingFormProps): ReactElement {
  const { panel, accounts, survey, onSaved } = props;
  const { origin } = panel;
  const [edited, setEdited] = useState<RoutingDraft | null>(null);
  const save = useAction<PanelSettings>();
  const draft = edited ?? draftOf(panel);
  const own = accounts.find(({ id }) => id === panel.accountId);

  const submit = async (): Promise<void> => {
    const { routes, carteiras, settlements } = draft;
    const outcome = await save.run(() =>
      ask({
        verb: 'panel/routing',
        origin,
        routes: [...routes],
        carteiras: carteiras && [...carteiras],
        settlements: [...settlements],
      }),
    );
    if (outcome.ok) onSaved();
  };
  const part = {
    ...{ panel, accounts, survey, draft },
    onChange: (next: RoutingDraft) => {
      setEdited(next);
      save.reset();
    },
  };
  return (
    <SettingsForm save={save} isPrimary onSubmit={() => void submit()}>
      <p>
        {own === undefined
          ? i18n.t('routing.no_own_account')
          : i18n.t('routing.own_account', { account: accountName(own) })}{' '}
        <a href="#panel">{i18n.t('routing.change_own')}</a>
      </p>
      <FilialTable {...part} />
      <CarteiraTable {...part} />
      <Exceptions {...part} />
      <SettlementTable {...part} />
    </SettingsForm>
  );
}
