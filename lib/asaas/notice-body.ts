import { type Notice, type NoticePayer, slotOf } from '../billing/notices/notice.ts';
import { z } from '../schema.ts';
import { flag, optionalText } from './values.ts';

/** `NotificationGetResponseDTO`. An event that a later Asaas adds is kept by its own word. */
export const noticeBody: z.ZodType<Notice> = z
  .object({
    id: z.string().min(1),
    event: z.string(),
    scheduleOffset: z
      .number()
      .int()
      .nullish()
      .transform((value) => value ?? 0),
    enabled: flag,
    emailEnabledForProvider: flag,
    smsEnabledForProvider: flag,
    emailEnabledForCustomer: flag,
    smsEnabledForCustomer: flag,
    phoneCallEnabledForCustomer: flag,
    whatsappEnabledForCustomer: flag,
  })
  .transform((notice): Notice => ({
    id: notice.id,
    slot: slotOf(notice.event, notice.scheduleOffset),
    event: notice.event,
    scheduleOffset: notice.scheduleOffset,
    enabled: notice.enabled,
    channels: {
      email: notice.emailEnabledForCustomer,
      sms: notice.smsEnabledForCustomer,
      whatsapp: notice.whatsappEnabledForCustomer,
      call: notice.phoneCallEnabledForCustomer,
    },
    provider: { email: notice.emailEnabledForProvider, sms: notice.smsEnabledForProvider },
  }));

/**
 * One item of the batch: every switch, so that none is left to what its absence would mean. The schedule is
 * left out: Asaas lists an offset of 0 for an overdue notice and does not name it among those it accepts.
 */
export function noticeItem({ id, enabled, channels, provider }: Notice) {
  return {
    id,
    enabled,
    emailEnabledForProvider: provider.email,
    smsEnabledForProvider: provider.sms,
    emailEnabledForCustomer: channels.email,
    smsEnabledForCustomer: channels.sms,
    phoneCallEnabledForCustomer: channels.call,
    whatsappEnabledForCustomer: channels.whatsapp,
  };
}

/** `CustomerGetResponseDTO`, projected to what telling it depends on: whether there is an address, not which. */
export const noticePayerBody: z.ZodType<NoticePayer> = z
  .object({
    id: z.string().min(1),
    externalReference: optionalText,
    cpfCnpj: optionalText,
    deleted: flag,
    notificationDisabled: flag,
    email: optionalText,
    phone: optionalText,
    mobilePhone: optionalText,
  })
  .transform((payer): NoticePayer => ({
    id: payer.id,
    reference: payer.externalReference,
    document: payer.cpfCnpj ?? '',
    deleted: payer.deleted,
    silenced: payer.notificationDisabled,
    hasEmail: payer.email !== null,
    hasPhone: payer.phone !== null || payer.mobilePhone !== null,
  }));
