import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { EnvironmentBadge } from '../../../components/EnvironmentBadge.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useNow } from '../../../components/use-now.ts';
import { ask } from '../../../components/worker-client.ts';
import type { AlertRow } from '../../../lib/ledger/rows.ts';
import { agoText } from '../ago.ts';
import { openOptions } from '../open-options.ts';
import { OpenInvoice } from '../OpenInvoice.tsx';
import { openPanel } from '../open-panel.ts';
import { accountLabel, invoiceLabel, panelOfKey, type Known } from '../places.ts';
import { alertNote, alertTitle } from './alert-words.ts';
import { Release } from './Release.tsx';

interface AlertItemProps {
  readonly alert: AlertRow;
  readonly known: Known;
}

/** One thing that a person must look at, with where to look. */
export function AlertItem({ alert, known }: AlertItemProps): ReactElement {
  const now = useNow(30_000);
  const dismissal = useAction<null>();
  const { id, kind, accountId, providerKey, invoiceId, lastAt, chargeIds } = alert;
  const origin = providerKey === null ? null : (panelOfKey(providerKey, known)?.origin ?? null);
  const title = alertTitle(kind);
  const subject = subjectOf(alert, origin, known);
  const about = subject === null ? title : `${title}, ${subject}`;
  return (
    <li className="stack" data-alert={kind}>
      <div className="section-head">
        <h3>{title}</h3>
        {accountId.startsWith('sandbox:') && <EnvironmentBadge of="sandbox" />}
      </div>
      <p className="soft small">
        {subject !== null && `${subject}, `}
        {i18n.t('popup.seen', { ago: agoText(lastAt, now) })}
      </p>
      <p className="small">{alertNote(alert)}</p>
      {chargeIds.length > 0 && (
        <p className="small">
          {i18n.t('popup.alert_charges', chargeIds.length)} <code>{chargeIds.join(', ')}</code>
        </p>
      )}
      <div className="buttons">
        {origin !== null && invoiceId !== null && (
          <OpenInvoice origin={origin} invoiceId={invoiceId} about={about} />
        )}
        {origin !== null && invoiceId === null && (
          <button
            type="button"
            aria-label={`${i18n.t('popup.open_panel')}: ${about}`}
            onClick={() => void openPanel(origin)}
          >
            {i18n.t('popup.open_panel')}
          </button>
        )}
        {alert.detail['why'] === 'many' && typeof alert.detail['origin'] === 'string' && (
          <Release origin={alert.detail['origin']} />
        )}
        {kind === 'key-lapse' && (
          <button type="button" onClick={() => void openOptions()}>
            {i18n.t('action.open_options')}
          </button>
        )}
        <button
          type="button"
          disabled={dismissal.busy}
          aria-label={`${i18n.t('popup.dismiss')}: ${about}`}
          onClick={() => void dismissal.run(() => ask({ verb: 'alert/dismiss', id }))}
        >
          {i18n.t('popup.dismiss')}
        </button>
      </div>
      {dismissal.failure !== null && <FailureNotice failure={dismissal.failure} />}
    </li>
  );
}

function subjectOf(
  { kind, invoiceId, accountId }: AlertRow,
  origin: string | null,
  known: Known,
): string | null {
  if (invoiceId !== null) return invoiceLabel(invoiceId, origin, known);
  return kind === 'key-lapse' ? accountLabel(accountId, known) : null;
}
