import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { maskDocument } from '../../../lib/billing/document.ts';
import { AccountSelect } from './AccountSelect.tsx';
import type { PartProps } from './part-props.ts';
import { routeAt, withRoute } from './routing-draft.ts';

/** Filial → account; the panel's own account charges the others. */
export function FilialTable(props: PartProps): ReactElement | null {
  const { accounts, survey, draft, onChange } = props;
  if (survey.filiais.length === 0) return null;
  return (
    <table>
      <caption>{i18n.t('routing.filiais')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('routing.filial')}</th>
          <th scope="col">{i18n.t('routing.account')}</th>
        </tr>
      </thead>
      <tbody>
        {survey.filiais.map(({ id, name, document }) => {
          const place = { filialId: id, carteiraId: null };
          return (
            <tr key={id}>
              <th scope="row">
                {name} <span className="soft small">{maskDocument(document)}</span>
              </th>
              <td>
                <AccountSelect
                  accounts={accounts}
                  accountId={routeAt(draft, place)}
                  of={name}
                  wider={i18n.t('routing.of_panel')}
                  onChange={(accountId) => {
                    onChange(withRoute(draft, place, accountId));
                  }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
