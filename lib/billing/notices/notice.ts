/**
 * What Asaas tells payers about, in the order in which a charge goes through it. Every payer has these eight
 * notices, which can be changed but neither added nor removed; two events have two each, told apart by
 * `scheduleOffset`.
 */
export const NOTICE_SLOTS = [
  'created',
  'updated',
  /** Some days before the due date. */
  'due-soon',
  'due-today',
  /** The linha digitável on the due date, unless the payer has opened the charge. */
  'slip-line',
  'overdue',
  /** Every some days until it is paid. */
  'overdue-again',
  'received',
] as const;
export type NoticeSlot = (typeof NOTICE_SLOTS)[number];

/** How a payer is told. A letter is asked for charge by charge (`postalService`), and never by us. */
export const NOTICE_CHANNELS = ['email', 'sms', 'whatsapp', 'call'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export type Channels = Readonly<Record<NoticeChannel, boolean>>;

/** Which events are told by which channels. */
export type NoticeGrid = Readonly<Record<NoticeSlot, Channels>>;

/** One notice as Asaas has it. */
export interface Notice {
  readonly id: string;
  /** Null: an event that is not known here, which is shown and never changed. */
  readonly slot: NoticeSlot | null;
  /** Asaas's own word. */
  readonly event: string;
  /** Days before the due date, or between repetitions. */
  readonly scheduleOffset: number;
  /** False: none of it goes out, whatever its channels say. */
  readonly enabled: boolean;
  readonly channels: Channels;
  /** What the provider itself is told by it. Sent back as it was read. */
  readonly provider: { readonly email: boolean; readonly sms: boolean };
}

/** A payer, as far as what it is told, and whose it is, depends on it. No names. */
export interface NoticePayer {
  readonly id: string;
  readonly reference: string | null;
  /** CPF or CNPJ as Asaas has it, empty for none: compared, and never kept. */
  readonly document: string;
  readonly deleted: boolean;
  /** `notificationDisabled`: Asaas tells it nothing at all. */
  readonly silenced: boolean;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
}

/** What a person or the account's scheme wants of one payer. What is left out stays as it is. */
export interface NoticeWish {
  readonly silenced: boolean | null;
  readonly channels: Readonly<
    Partial<Record<NoticeSlot, Readonly<Partial<Record<NoticeChannel, boolean>>>>>
  >;
}

/** Of the eight, which one an event with its offset is. Source: the definition, `NotificationGetResponseDTO`. */
export function slotOf(event: string, scheduleOffset: number): NoticeSlot | null {
  switch (event) {
    case 'PAYMENT_CREATED':
      return 'created';
    case 'PAYMENT_UPDATED':
      return 'updated';
    case 'PAYMENT_DUEDATE_WARNING':
      return scheduleOffset === 0 ? 'due-today' : 'due-soon';
    case 'SEND_LINHA_DIGITAVEL':
      return 'slip-line';
    case 'PAYMENT_OVERDUE':
      return scheduleOffset === 0 ? 'overdue' : 'overdue-again';
    case 'PAYMENT_RECEIVED':
      return 'received';
    default:
      return null;
  }
}

export const NO_CHANNEL: Channels = { email: false, sms: false, whatsapp: false, call: false };

/** The channels by which a notice goes out, which a notice that is switched off has none of. */
export function channelsInForce({ enabled, channels }: Notice): Channels {
  return enabled ? channels : NO_CHANNEL;
}
