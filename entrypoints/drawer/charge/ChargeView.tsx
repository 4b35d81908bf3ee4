import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../../components/Age.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Section } from '../../../components/Section.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { statusMeaning } from '../../../components/text.ts';
import type { DrawerCharge } from '../../../lib/messages/drawer.ts';
import { CopyBar } from './CopyBar.tsx';
import { ChargeFacts } from './ChargeFacts.tsx';
import { PaymentCodes } from './PaymentCodes.tsx';

interface ChargeViewProps {
  readonly charge: DrawerCharge;
  /** See `DrawerSnapshot`. */
  readonly clockOffset: number;
  /** Nothing failed that keeps its payment codes from being read. */
  readonly fetchable: boolean;
  readonly busy: boolean;
  readonly connected: boolean;
  readonly onRefresh: () => void;
}

export function ChargeView(props: ChargeViewProps): ReactElement {
  const { charge, clockOffset, fetchable, busy, connected, onRefresh } = props;
  return (
    <Section heading={i18n.t('charge.heading')}>
      <div className="status-line">
        <StatusBadge group={charge.group} />
        <Age seenAt={charge.seenAt} />
        <button
          type="button"
          className="quiet"
          data-key="r"
          aria-keyshortcuts="R"
          disabled={busy || !connected}
          onClick={onRefresh}
        >
          {busy ? i18n.t('action.refreshing') : i18n.t('action.refresh')}
        </button>
      </div>
      {charge.unproven === true ? (
        <Notice tone="warn">{i18n.t('charge.unproven', { charge: charge.id })}</Notice>
      ) : (
        <p>
          {statusMeaning(charge.group)}{' '}
          {charge.group === 'unknown' && i18n.t('charge.asaas_says', { status: charge.status })}
        </p>
      )}
      <CopyBar charge={charge} clockOffset={clockOffset} />
      <ChargeFacts charge={charge} />
      {charge.unproven !== true && (
        <PaymentCodes
          charge={charge}
          clockOffset={clockOffset}
          fetchable={fetchable}
          onExpired={onRefresh}
        />
      )}
    </Section>
  );
}
