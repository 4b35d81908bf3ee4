import { useEffect, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { copyText } from '../../../components/clipboard.ts';
import type { DrawerCharge } from '../../../lib/messages/drawer.ts';
import { isExpired } from '../../../lib/billing/pix-expiry.ts';
import { isPayable } from './payable.ts';

interface CopyBarProps {
  readonly charge: DrawerCharge;
  /** See `DrawerSnapshot`. */
  readonly clockOffset: number;
}

/** How long what was copied is said. ms. */
const SAID = 3000;

/** Everything that a customer can be given to pay with, each by one key. What is not there says so. */
export function CopyBar({ charge, clockOffset }: CopyBarProps): ReactElement | null {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => {
      setSaid('');
    }, SAID);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  const isHandedOut = charge.unproven !== true && charge.withheld === undefined;
  if (!isPayable(charge) || !isHandedOut) return null;
  const { pix, linhaDigitavel, invoiceUrl } = charge;
  const codes = [
    { key: 'p', name: i18n.t('charge.pix'), short: 'Pix', value: pix?.payload ?? null },
    { key: 'b', name: i18n.t('charge.linha'), short: i18n.t('keys.linha'), value: linhaDigitavel },
    { key: 'l', name: i18n.t('charge.link'), short: i18n.t('keys.link'), value: invoiceUrl },
  ];
  const copy = async (name: string, value: string | null): Promise<void> => {
    if (value === null || (value === pix?.payload && isOver(pix, clockOffset)))
      setSaid(i18n.t('keys.not_there', { name }));
    else setSaid(i18n.t((await copyText(value)) ? 'keys.copied' : 'keys.copy_failed', { name }));
  };
  return (
    <div className="copy-bar" role="group" aria-label={i18n.t('keys.copy')}>
      {codes.map(({ key, name, short, value }) => (
        <button
          key={key}
          type="button"
          data-key={key}
          aria-keyshortcuts={key.toUpperCase()}
          aria-disabled={value === null}
          onClick={() => {
            void copy(name, value);
          }}
        >
          {short} <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
        </button>
      ))}
      <p role="status" className="small soft">
        {said}
      </p>
    </div>
  );
}

/** A press in the very second in which a code ends copies nothing. */
function isOver(pix: NonNullable<DrawerCharge['pix']>, clockOffset: number): boolean {
  return isExpired(pix, Date.now() + clockOffset);
}
