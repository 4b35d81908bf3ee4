/** What a message of the operator's own is about; each has a template. */
export const MESSAGE_KINDS = [
  /** The ways to pay a charge, once more. */
  'second-copy',
  /** It falls due in a few days. */
  'due-soon',
  /** It fell due. */
  'overdue',
  /** It has another due date now, and earlier codes pay nothing any more. */
  'new-date',
  /** Everything of the customer's that fell due, with the total. */
  'all-overdue',
  /** It was paid. */
  'received',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Ways in which a message leaves the operator's hands. The last two are IXC's own, where allowed. */
export const MESSAGE_CHANNELS = ['whatsapp', 'mail', 'copy', 'ixc-sms', 'ixc-omnichannel'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/**
 * `opened`: it was put before the operator, who has not said what became of it. `unknown`: IXC was asked, and
 * nobody knows whether it sent it.
 */
export const MESSAGE_STATES = ['opened', 'sent', 'not-sent', 'sending', 'unknown'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * Whether a message asks for a debt that fell due. Such a one must carry the creditor's name, address and
 * CPF or CNPJ (CDC, art. 42-A). `overdue`: one of its charges did.
 */
export function isCollection(kind: MessageKind, overdue: boolean): boolean {
  if (kind === 'received') return false;
  return overdue || kind === 'overdue' || kind === 'all-overdue';
}
