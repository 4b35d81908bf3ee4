import { i18n } from '#i18n';
import type { Erasure } from '../../../lib/engine/data/erasure.ts';

/** Nothing is held about the customer. */
export function isNothing({ charges, invoices, jobs, keptCharges }: Erasure): boolean {
  return charges.length + invoices.length + jobs + keptCharges.length === 0;
}

/** What erasing takes away, a line each; what there is none of is not named. */
export function goingWords({ charges, invoices, jobs }: Erasure): readonly string[] {
  return [
    ...(invoices.length > 0 ? [i18n.t('options_data.goes_invoices', invoices.length)] : []),
    ...(charges.length > 0 ? [i18n.t('options_data.goes_charges', charges.length)] : []),
    ...(jobs > 0 ? [i18n.t('options_data.goes_jobs', jobs)] : []),
    i18n.t('options_data.goes_rest'),
  ];
}

/** What has to stay, and why. */
export function stayingWords({ keptCharges }: Erasure): readonly string[] {
  const { length } = keptCharges;
  return [
    ...(length > 0 ? [i18n.t('options_data.stays_charges', length)] : []),
    i18n.t('options_data.stays_audit'),
    i18n.t('options_data.stays_outside'),
  ];
}
