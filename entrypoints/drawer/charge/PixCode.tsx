import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { CopyField } from '../../../components/CopyField.tsx';
import { asaasDateTimeText } from '../../../components/formats.ts';
import { useNow } from '../../../components/use-now.ts';
import { isExpired } from '../../../lib/billing/pix-expiry.ts';
import type { DrawerCharge } from '../../../lib/messages/drawer.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

interface PixCodeProps {
  readonly pix: NonNullable<DrawerCharge['pix']>;
  /** ms to add to this computer's clock, which may be wrong, for Asaas's. */
  readonly clockOffset: number;
  readonly onExpired: () => void;
}

/**
 * The Pix code to copy, and its image for a customer at the counter. Past its expiry neither is on screen,
 * and a press in the very last second copies nothing either: another one is fetched instead.
 */
export function PixCode({ pix, clockOffset, onExpired }: PixCodeProps): ReactElement {
  const { payload, imagePng, expiresAt } = pix;
  const expired = isExpired(pix, useNow(1000) + clockOffset);
  const asked = useRef<string | null>(null);
  const fetchAnother = useRef(onExpired);
  useEffect(() => {
    fetchAnother.current = onExpired;
  });
  useEffect(() => {
    if (!expired || asked.current === payload) return;
    asked.current = payload;
    fetchAnother.current();
  }, [expired, payload]);

  if (expired)
    return (
      <div className="copy">
        <strong>{i18n.t('charge.pix')}</strong>
        <p role="status" className="soft">
          {i18n.t('charge.pix_expired')}
        </p>
      </div>
    );
  return (
    <div className="pix">
      <CopyField
        name={i18n.t('charge.pix')}
        value={payload}
        isGood={() => !isExpired(pix, Date.now() + clockOffset)}
        staleText={i18n.t('charge.pix_expired')}
        onStale={onExpired}
        aside={
          <span className="soft small">
            {i18n.t('charge.pix_expires', { date: asaasDateTimeText(expiresAt) })}
          </span>
        }
      />
      {BASE64.test(imagePng) && (
        <img
          src={`data:image/png;base64,${imagePng}`}
          alt={i18n.t('charge.qr_alt')}
          width={168}
          height={168}
        />
      )}
    </div>
  );
}
