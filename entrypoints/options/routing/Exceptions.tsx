import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { SelectField } from '../../../components/SelectField.tsx';
import type { Route } from '../../../lib/settings/settings.ts';
import type { PartProps } from './part-props.ts';
import { withRoute } from './routing-draft.ts';

const NONE = { filialId: '', carteiraId: '', accountId: '' };

/** One carteira in one filial: the narrowest rule, for carteiras that several filiais share. */
export function Exceptions(props: PartProps): ReactElement | null {
  const { accounts, survey, draft, onChange } = props;
  const [chosen, setChosen] = useState(NONE);
  const exact = draft.routes.filter(
    (route) => route.filialId !== null && route.carteiraId !== null,
  );
  const canAdd = survey.filiais.length > 1 && survey.carteiras.length > 0 && accounts.length > 1;
  if (exact.length === 0 && !canAdd) return null;

  const choose = { value: '', label: i18n.t('routing.choose') };
  const { filialId, carteiraId, accountId } = chosen;
  return (
    <fieldset className="stack">
      <legend>{i18n.t('routing.exceptions')}</legend>
      {exact.length > 0 && (
        <ul className="saved" aria-label={i18n.t('routing.exceptions')}>
          {exact.map((route) => (
            <li key={`${route.filialId ?? ''} ${route.carteiraId ?? ''}`}>
              <span>{routeText(route, props)}</span>
              <button
                type="button"
                className="quiet"
                aria-label={`${i18n.t('action.remove')} ${routeText(route, props)}`}
                onClick={() => {
                  onChange(withRoute(draft, route, null));
                }}
              >
                {i18n.t('action.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canAdd && (
        <div className="numbers">
          <SelectField
            label={i18n.t('routing.filial')}
            value={filialId}
            options={[
              choose,
              ...survey.filiais.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => {
              setChosen({ ...chosen, filialId: id });
            }}
          />
          <SelectField
            label={i18n.t('routing.carteira')}
            value={carteiraId}
            options={[
              choose,
              ...survey.carteiras.map(({ id, description }) => ({ value: id, label: description })),
            ]}
            onChange={(id) => {
              setChosen({ ...chosen, carteiraId: id });
            }}
          />
          <SelectField
            label={i18n.t('routing.account')}
            value={accountId}
            options={[
              choose,
              ...accounts.map((account) => ({ value: account.id, label: accountName(account) })),
            ]}
            onChange={(id) => {
              setChosen({ ...chosen, accountId: id });
            }}
          />
          <div className="buttons">
            <button
              type="button"
              disabled={filialId === '' || carteiraId === '' || accountId === ''}
              onClick={() => {
                onChange(withRoute(draft, { filialId, carteiraId }, accountId));
                setChosen(NONE);
              }}
            >
              {i18n.t('routing.add_exception')}
            </button>
          </div>
        </div>
      )}
    </fieldset>
  );
}

function routeText(route: Route, { accounts, survey }: PartProps): string {
  const { filialId, carteiraId, accountId } = route;
  const filial = survey.filiais.find(({ id }) => id === filialId)?.name ?? filialId ?? '';
  const carteira =
    survey.carteiras.find(({ id }) => id === carteiraId)?.description ?? carteiraId ?? '';
  const account = accounts.find(({ id }) => id === accountId);
  const name = account === undefined ? i18n.t('routing.account_gone') : accountName(account);
  return `${filial} · ${carteira} → ${name}`;
}
