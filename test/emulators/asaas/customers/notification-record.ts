import type { Ids } from '../ids.ts';

/** One of the eight notices that every customer has; none can be added or removed. */
export interface NotificationRecord {
  readonly object: 'notification';
  readonly id: string;
  readonly customer: string;
  enabled: boolean;
  emailEnabledForProvider: boolean;
  smsEnabledForProvider: boolean;
  emailEnabledForCustomer: boolean;
  smsEnabledForCustomer: boolean;
  phoneCallEnabledForCustomer: boolean;
  whatsappEnabledForCustomer: boolean;
  readonly event: string;
  scheduleOffset: number;
  readonly deleted: boolean;
}

const DEFAULTS: readonly (readonly [event: string, scheduleOffset: number])[] = [
  ['PAYMENT_RECEIVED', 0],
  ['PAYMENT_OVERDUE', 0],
  ['PAYMENT_DUEDATE_WARNING', 10],
  ['PAYMENT_DUEDATE_WARNING', 0],
  ['PAYMENT_CREATED', 0],
  ['PAYMENT_UPDATED', 0],
  ['SEND_LINHA_DIGITAVEL', 0],
  ['PAYMENT_OVERDUE', 7],
];

const PROVIDER_HEARS_OF = new Set(['PAYMENT_RECEIVED', 'PAYMENT_OVERDUE']);

/** The offsets that the two events with a schedule accept, besides the one of the default. */
export const SCHEDULE_OFFSETS: Readonly<Record<string, readonly number[]>> = {
  PAYMENT_DUEDATE_WARNING: [0, 5, 10, 15, 30],
  PAYMENT_OVERDUE: [0, 1, 7, 15, 30],
};

export function defaultNotifications(ids: Ids, customer: string): NotificationRecord[] {
  return DEFAULTS.map(([event, scheduleOffset]) => ({
    object: 'notification',
    id: ids.numbered('not'),
    customer,
    enabled: true,
    emailEnabledForProvider: PROVIDER_HEARS_OF.has(event) && scheduleOffset === 0,
    smsEnabledForProvider: false,
    emailEnabledForCustomer: true,
    smsEnabledForCustomer: true,
    phoneCallEnabledForCustomer: false,
    whatsappEnabledForCustomer: false,
    event,
    scheduleOffset,
    deleted: false,
  }));
}
