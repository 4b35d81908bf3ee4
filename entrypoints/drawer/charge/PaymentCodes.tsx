import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CopyField } from '../../../components/CopyField.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import type { DrawerCharge, WithheldCharge } from '../../../lib/messages/drawer.ts';
import { isPayable } from './payable.ts';
import { PixCode } from './PixCode.tsx';
import { WebLink } from './WebLink.tsx';

interface PaymentCodesProps {
  readonly charge: DrawerCharge;
  /** See `DrawerSnapshot`. */
  readonly clockOffset: number;
  /** The codes can be on their way: nothing keeps the worker from reading them. */
  readonly fetchable: boolean;
  /** A code on screen can no longer be paid: the charge is read anew. */
  readonly onExpired: () => void;
}

const WITHHELD = {
  'closed-in-ixc': 'charge.withheld_closed_in_ixc',
  several: 'charge.withheld_several',
  unproven: 'charge.withheld_unproven',
} as const satisfies Record<WithheldCharge, string>;

/** What the attendant sends to the customer. A charge that cannot be paid offers no code. */
export function PaymentCodes(props: PaymentCodesProps): ReactElement {
  const { charge, clockOffset, fetchable, onExpired } = props;
  if (!isPayable(charge))
    return (
      <>
        {charge.invoiceUrl !== null && charge.group !== 'deleted' && (
          <LinkField url={charge.invoiceUrl} />
        )}
        <p className="soft">{i18n.t('charge.codes_closed')}</p>
      </>
    );
  if (charge.withheld !== undefined)
    return <p className="soft">{i18n.t(WITHHELD[charge.withheld])}</p>;
  const isLapsed = charge.registrationLapsed === true;
  const missing = charge.pix === null && charge.linhaDigitavel === null && !isLapsed;
  return (
    <div className="stack">
      {charge.invoiceUrl !== null && <LinkField url={charge.invoiceUrl} />}
      {charge.pix !== null && (
        <PixCode pix={charge.pix} clockOffset={clockOffset} onExpired={onExpired} />
      )}
      {charge.linhaDigitavel !== null && (
        <CopyField name={i18n.t('charge.linha')} value={charge.linhaDigitavel} />
      )}
      {isLapsed && <p className="soft">{i18n.t('charge.linha_lapsed')}</p>}
      {charge.bankSlipUrl !== null && !isLapsed && (
        <WebLink url={charge.bankSlipUrl} shortcut="i">
          {i18n.t('charge.slip')}
        </WebLink>
      )}
      {charge.codesFailure !== null && <FailureNotice failure={charge.codesFailure} />}
      {missing && fetchable && charge.codesFailure === null && (
        <p role="status" className="soft">
          {i18n.t('charge.codes_loading')}
        </p>
      )}
    </div>
  );
}

function LinkField({ url }: { readonly url: string }): ReactElement {
  return (
    <CopyField
      name={i18n.t('charge.link')}
      value={url}
      aside={<WebLink url={url}>{i18n.t('action.open')}</WebLink>}
    />
  );
}
