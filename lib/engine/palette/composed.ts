import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { MessageKind } from '../../billing/message/kinds.ts';
import { readyMessage, isOverdue } from '../../billing/message/ready-message.ts';
import type { ToldCharge } from '../../billing/message/values.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { CopyRefusal } from '../../messages/palette.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import type { Codes } from '../drawer/payment-codes.ts';
import { providerInMessages } from '../desk/message/provider.ts';
import type { EnginePorts } from '../ports.ts';

/** A charge as a message tells of it; codes that were not asked for, or are not there, are left out. */
export function toldCharge(charge: ChargeRow, codes: Codes | null): ToldCharge {
  return {
    value: charge.value,
    dueDate: charge.dueDate,
    invoiceUrl: charge.invoiceUrl,
    linhaDigitavel: codes?.row?.linhaDigitavel ?? null,
    pix: codes?.row?.pix?.payload ?? null,
  };
}

/**
 * The operator's ready message about one charge, or about several that are overdue; one that fell due is
 * written about as such.
 */
export function composed(
  { clock }: Pick<EnginePorts, 'clock'>,
  settings: Settings,
  panel: PanelSettings,
  customerName: string,
  charges: readonly ToldCharge[],
): Result<{ readonly text: string; readonly kind: MessageKind }, CopyRefusal> {
  const today = todayInSaoPaulo(clock.now());
  const single = isOverdue(charges, today) ? 'overdue' : 'second-copy';
  const kind = charges.length > 1 ? 'all-overdue' : single;
  const message = readyMessage({
    kind,
    templates: settings.messages.templates,
    customerName,
    charges,
    provider: providerInMessages(settings, panel),
    today,
  });
  if (message.ok) return ok({ text: message.value.text, kind });
  switch (message.error.code) {
    case 'identity':
      return fail('identity');
    case 'no-charge':
      return fail('no-charge');
    default:
      return fail('template');
  }
}
