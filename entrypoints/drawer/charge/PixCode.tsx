import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CopyField } from '../../../components/CopyField.tsx';
import { asaasDateTimeText } from '../../../components/formats.ts';
import type { DrawerCharge } from '../../../lib/messages/drawer.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

type PixCodeProps = { readonly pix: NonNullable<DrawerCharge['pix']> };

/** The Pix code to copy, and its image for a customer at the counter. */
export function PixCode({ pix }: PixCodeProps): ReactElement {
  return (
    <div className="pix">
      <CopyField
        name={i18n.t('charge.pix')}
        value={pix.payload}
        aside={
          <span className="soft small">
            {i18n.t('charge.pix_expires', { date: asaasDateTimeText(pix.expiresAt) })}
          </span>
        }
      />
      {BASE64.test(pix.imagePng) && (
        <img
          src={`data:image/png;base64,${pix.imagePng}`}
          alt={i18n.t('charge.qr_alt')}
          width={168}
          height={168}
        />
      )}
    </div>
  );
}
