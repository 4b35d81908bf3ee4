import type { Account } from '../account/account.ts';
import { ApiFailure, NotFound } from '../failures.ts';
import type { Body } from '../request-body.ts';
import { SCHEDULE_OFFSETS, type NotificationRecord } from './notification-record.ts';

const SWITCHES = [
  'enabled',
  'emailEnabledForProvider',
  'smsEnabledForProvider',
  'emailEnabledForCustomer',
  'smsEnabledForCustomer',
  'phoneCallEnabledForCustomer',
  'whatsappEnabledForCustomer',
] as const;

/** Turns the switches that are sent; event and customer never change. */
export function changeNotification(account: Account, id: string, body: Body): NotificationRecord {
  const notification = account.notifications.get(id);
  if (notification === undefined) throw new NotFound();
  const offset = body['scheduleOffset'];
  if (typeof offset === 'number' && offset !== notification.scheduleOffset) {
    if (SCHEDULE_OFFSETS[notification.event]?.includes(offset) !== true)
      throw new ApiFailure('invalid_scheduleOffset', 'O campo scheduleOffset é inválido.');
    notification.scheduleOffset = offset;
  }
  for (const name of SWITCHES) {
    const value = body[name];
    if (typeof value === 'boolean') notification[name] = value;
  }
  return notification;
}
