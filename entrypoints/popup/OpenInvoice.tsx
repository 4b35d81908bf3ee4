import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { openInvoice } from './open-invoice.ts';

interface OpenInvoiceProps {
  readonly origin: string;
  readonly invoiceId: string;
  /** What tells this button from the others, to those who do not see where it stands. */
  readonly about: string;
}

/** The way to one invoice in its panel. */
export function OpenInvoice({ origin, invoiceId, about }: OpenInvoiceProps): ReactElement {
  const name = i18n.t('popup.open_invoice');
  return (
    <button
      type="button"
      aria-label={`${name}: ${about}`}
      onClick={() => void openInvoice(origin, invoiceId)}
    >
      {name}
    </button>
  );
}
