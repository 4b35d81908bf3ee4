import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText, momentText } from '../../../components/formats.ts';
import { Meter } from '../Meter.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { QUOTA } from '../../../lib/ledger/quota.ts';
import type { AccountQuota } from '../../../lib/engine/quota/account-quotas.ts';

interface AccountMeterProps {
  readonly name: string;
  readonly quota: AccountQuota;
}

/** One account: what was used, what is left for people, and whether Asaas asked for a rest. */
export function AccountMeter({ name, quota }: AccountMeterProps): ReactElement {
  const { spent, sweepSpent, sweepBudget, endsAt, charges, thousandAt } = quota;
  const rest = restText(quota);
  return (
    <section className="card stack" aria-label={name}>
      <strong>{name}</strong>
      <Meter name={i18n.t('options_sync.spent')} value={spent} most={QUOTA.requests} />
      <Meter name={i18n.t('options_sync.swept')} value={sweepSpent} most={sweepBudget} />
      <p>
        {i18n.t('options_sync.left', charges, [countText(charges)])}{' '}
        {i18n.t('options_sync.thousand', { at: momentText(thousandAt) })}
      </p>
      <p className="soft small">
        {endsAt === null
          ? i18n.t('options_sync.window_none')
          : i18n.t('options_sync.window_ends', { at: momentText(endsAt) })}
      </p>
      {rest !== null && (
        <Notice tone="warn">
          <p>{rest}</p>
        </Notice>
      )}
    </section>
  );
}

function restText({ isTroubled, pausedUntil }: AccountQuota): string | null {
  if (pausedUntil === null) return isTroubled ? i18n.t('options_sync.trying') : null;
  const at = momentText(pausedUntil);
  return isTroubled
    ? i18n.t('options_sync.troubled', { at })
    : i18n.t('options_sync.asked_pause', { at });
}
