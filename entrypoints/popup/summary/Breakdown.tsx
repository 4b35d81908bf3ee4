import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { EnvironmentBadge } from '../../../components/EnvironmentBadge.tsx';
import { accountLabel, environmentOf, providerLabel, type Known } from '../places.ts';
import { FigureList } from './FigureList.tsx';
import type { SummaryGroup } from './summary-groups.ts';

interface BreakdownProps {
  readonly groups: readonly SummaryGroup[];
  readonly known: Known;
}

/** The same numbers for each panel and account. */
export function Breakdown({ groups, known }: BreakdownProps): ReactElement {
  return (
    <details>
      <summary>{i18n.t('popup.by_place')}</summary>
      <ul className="rows">
        {groups.map((group) => (
          <li key={`${group.accountId} ${group.providerKey}`} className="stack">
            <div className="section-head">
              <h3>{providerLabel(group.providerKey, known)}</h3>
              <EnvironmentBadge of={environmentOf(group.accountId)} />
            </div>
            <p className="soft small">
              {i18n.t('popup.of_account', { account: accountLabel(group.accountId, known) })}
            </p>
            {group.leftOut !== null && <LeftOut because={group.leftOut} />}
            <FigureList figures={group.figures} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function LeftOut({ because }: { readonly because: 'test' | 'gone' }): ReactElement {
  return (
    <p>
      <Badge tone="warn">
        {because === 'test' ? i18n.t('popup.left_out_test') : i18n.t('popup.left_out_gone')}
      </Badge>
    </p>
  );
}
