import type { CopyRefusal } from '../../messages/palette.ts';
import type { RowCopied } from '../../messages/panel.ts';

/** What the copy menu of a row says. */
export interface CopyWords {
  /** The button beside a badge. */
  readonly copyOf: (id: string) => string;
  readonly copyItems: Readonly<Record<RowCopied, string>>;
  readonly copying: string;
  readonly copied: Readonly<Record<RowCopied, string>>;
  readonly copyRefusals: Readonly<Record<CopyRefusal, string>>;
  readonly copyUnreachable: string;
  /** The browser did not let it onto the clipboard. */
  readonly copyDenied: string;
}

/** Reads them by the flat keys of `locales/`. */
export function readCopyWords(
  read: (key: string) => string,
  template: (key: string) => (value: string) => string,
): CopyWords {
  return {
    copyOf: template('row_copy_button'),
    copyItems: {
      pix: read('row_copy_pix'),
      linha: read('row_copy_linha'),
      link: read('row_copy_link'),
      whatsapp: read('row_copy_whatsapp'),
    },
    copying: read('row_copy_fetching'),
    copied: {
      pix: read('row_copy_done_pix'),
      linha: read('row_copy_done_linha'),
      link: read('row_copy_done_link'),
      whatsapp: read('row_copy_done_whatsapp'),
    },
    copyRefusals: {
      'no-charge': read('row_copy_no_charge'),
      'not-payable': read('row_copy_not_payable'),
      unproven: read('row_copy_unproven'),
      'closed-in-ixc': read('row_copy_closed_in_ixc'),
      unconfirmed: read('row_copy_unconfirmed'),
      several: read('row_copy_several'),
      'no-code': read('row_copy_no_code'),
      lapsed: read('row_copy_lapsed'),
      'no-phone': read('row_copy_no_phone'),
      'nothing-overdue': read('row_copy_nothing_overdue'),
      identity: read('row_copy_identity'),
      template: read('row_copy_template'),
      'too-long': read('row_copy_too_long'),
      cap: read('row_copy_cap'),
    },
    copyUnreachable: read('row_copy_unreachable'),
    copyDenied: read('row_copy_denied'),
  };
}
