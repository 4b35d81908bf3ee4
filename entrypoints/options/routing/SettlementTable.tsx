import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { SelectField } from '../../../components/SelectField.tsx';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import type { PartProps } from './part-props.ts';
import { withSettlement } from './routing-draft.ts';

/** Asaas account → the conta of IXC where its baixas go. Without a planejamento a conta can take none. */
export function SettlementTable(props: PartProps): ReactElement | null {
  const { panel, accounts, draft, survey } = props;
  const used = new Set([panel.accountId, ...draft.routes.map(({ accountId }) => accountId)]);
  const charging = accounts.filter(({ id }) => used.has(id));
  if (charging.length === 0 || survey.contas.length === 0) return null;
  return (
    <table>
      <caption>{i18n.t('routing.settlements')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('account.heading')}</th>
          <th scope="col">{i18n.t('routing.conta')}</th>
        </tr>
      </thead>
      <tbody>
        {charging.map((account) => (
          <tr key={account.id}>
            <th scope="row">{accountName(account)}</th>
            <td>
              <ContaSelect account={account} {...props} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ContaSelect(props: PartProps & { readonly account: AccountSettings }): ReactElement {
  const { account, survey, draft, onChange } = props;
  const saved = draft.settlements.find(({ accountId }) => accountId === account.id);
  const isGone = saved !== undefined && !survey.contas.some(({ id }) => id === saved.contaId);
  const usable = survey.contas.filter(({ planejamentoId }) => planejamentoId !== null);
  return (
    <SelectField
      label={i18n.t('routing.conta')}
      of={accountName(account)}
      hidesLabel
      value={saved?.contaId ?? ''}
      options={[
        { value: '', label: i18n.t('routing.conta_none') },
        ...(isGone ? [{ value: saved.contaId, label: saved.name }] : []),
        ...usable.map(({ id, name, planejamentoId }) => ({
          value: id,
          label: i18n.t('routing.conta_option', { name, planejamento: planejamentoId ?? '' }),
        })),
      ]}
      {...(usable.length < survey.contas.length ? { hint: i18n.t('routing.conta_without') } : {})}
      onChange={(chosen) => {
        const conta = survey.contas.find(({ id }) => id === chosen);
        const planejamentoId = conta?.planejamentoId ?? null;
        onChange(
          withSettlement(
            draft,
            account.id,
            conta === undefined || planejamentoId === null
              ? null
              : { contaId: conta.id, planejamentoId, name: conta.name },
          ),
        );
      }}
    />
  );
}
