import { useCallback, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { countText, timeText } from '../../../components/formats.ts';
import { Section } from '../../../components/Section.tsx';
import { useNow } from '../../../components/use-now.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { QUOTA, quotaMeter, unspent, type QuotaMeter } from '../../../lib/ledger/quota.ts';
import type { SetupView } from '../../../lib/messages/pages.ts';
import { Unread } from '../live/Unread.tsx';
import { useLive } from '../live/use-live.ts';

/** How many requests each account was asked, of those that Asaas allows. Nothing without an account. */
export function Quota({ setup }: { readonly setup: SetupView }): ReactElement | null {
  const now = useNow(30_000);
  const { accounts, sync } = setup;
  const query = useCallback((ledger: LedgerDatabase) => ledger.quota.toArray(), []);
  const reading = useLive(query);
  const rows = reading.value;
  if (accounts.length === 0) return null;
  return (
    <Section heading={i18n.t('popup.quota')} className="stack">
      <Unread of={[reading]} />
      {rows !== null && (
        <ul className="rows">
          {accounts.map((account) => {
            const { id } = account;
            const row = rows.find(({ accountId }) => accountId === id) ?? unspent(id);
            const meter = quotaMeter(row, sync, now);
            return <Meter key={id} meter={meter} name={accountName(account)} />;
          })}
        </ul>
      )}
    </Section>
  );
}

interface MeterProps {
  readonly meter: QuotaMeter;
  readonly name: string;
}

function Meter({ meter, name }: MeterProps): ReactElement {
  const { spent, sweepSpent, sweepBudget, endsAt, pausedUntil } = meter;
  const used = i18n.t('popup.quota_used', {
    spent: countText(spent),
    most: countText(QUOTA.requests),
  });
  return (
    <li className="stack">
      <h3>{name}</h3>
      <meter
        aria-label={`${i18n.t('popup.quota')}, ${name}`}
        min={0}
        max={QUOTA.requests}
        high={QUOTA.requests * 0.8}
        optimum={0}
        value={spent}
      >
        {used}
      </meter>
      <p className="small soft">
        {used}{' '}
        {i18n.t('popup.quota_sweeps', {
          spent: countText(sweepSpent),
          budget: countText(sweepBudget),
        })}{' '}
        {endsAt !== null && i18n.t('popup.quota_ends', { time: timeText(endsAt) })}
      </p>
      {pausedUntil !== null && (
        <p className="small warn-text">
          {i18n.t('popup.quota_paused', { time: timeText(pausedUntil) })}
        </p>
      )}
    </li>
  );
}
