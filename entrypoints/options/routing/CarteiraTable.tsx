import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { CarteiraSurvey } from '../../../lib/messages/pages.ts';
import { AccountSelect } from './AccountSelect.tsx';
import { CarteiraChecks } from './CarteiraChecks.tsx';
import type { PartProps } from './part-props.ts';
import { hasAccount, isMarked, routeAt, withMark, withRoute } from './routing-draft.ts';

/** Carteira → account, with what must be right in it before many are sent at once, and its mark. */
export function CarteiraTable(props: PartProps): ReactElement | null {
  const { survey, draft } = props;
  if (survey.carteiras.length === 0) return null;
  return (
    <div className="stack">
      <table>
        <caption>{i18n.t('routing.carteiras')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('routing.carteira')}</th>
            <th scope="col">{i18n.t('routing.checked')}</th>
            <th scope="col">{i18n.t('routing.account')}</th>
            <th scope="col">{i18n.t('routing.marked')}</th>
          </tr>
        </thead>
        <tbody>
          {survey.carteiras.map((carteira) => (
            <CarteiraRow key={carteira.id} carteira={carteira} {...props} />
          ))}
        </tbody>
      </table>
      <p className="soft small">
        {draft.carteiras === null ? i18n.t('routing.none_marked') : i18n.t('routing.some_marked')}
      </p>
    </div>
  );
}

function CarteiraRow(props: PartProps & { readonly carteira: CarteiraSurvey }): ReactElement {
  const { carteira, panel, accounts, survey, draft, onChange } = props;
  const { id, description, filialId, active } = carteira;
  const place = { filialId: null, carteiraId: id };
  const filial = survey.filiais.find((each) => each.id === filialId);
  const checks = {
    ...carteira.checks,
    hasAccount: hasAccount(draft, panel.accountId, carteira, survey.filiais),
  };
  return (
    <tr>
      <th scope="row">
        {description}{' '}
        <span className="soft small">
          {[id, filial?.name, active ? undefined : i18n.t('routing.inactive')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        <CarteiraChecks checks={checks} of={description} />
      </td>
      <td>
        <AccountSelect
          accounts={accounts}
          accountId={routeAt(draft, place)}
          of={description}
          wider={i18n.t('routing.of_filial')}
          onChange={(accountId) => {
            onChange(withRoute(draft, place, accountId));
          }}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={i18n.t('routing.mark', { carteira: description })}
          checked={isMarked(draft, id)}
          onChange={({ target }) => {
            onChange(withMark(draft, id, target.checked));
          }}
        />
      </td>
    </tr>
  );
}
