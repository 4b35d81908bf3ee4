import type { EditedProblem } from '../billing/message/edited-text.ts';
import {
  MESSAGE_KINDS,
  type MessageChannel,
  type MessageKind,
  type MessageState,
} from '../billing/message/kinds.ts';
import type { IdentityPart, ProviderIdentity } from '../billing/message/provider-identity.ts';
import type { TemplateProblem, Variable } from '../billing/message/template.ts';
import type { WithheldCharge } from './drawer.ts';
import type { FailureView } from './failure.ts';
import { z } from '../schema.ts';
import { messageSettings } from '../settings/fields.ts';

const messageId = z.string().regex(/^[0-9a-f]{32}$/);

/** Ways in which the drawer asks for a message to leave; `ixc` is whichever of IXC's own is set up. */
const LEAVING = ['whatsapp', 'mail', 'copy', 'ixc'] as const;

export const payerMessageRequests = {
  /** Composes the message of a kind anew, or puts it away. Sends nothing. */
  compose: z.strictObject({ verb: z.literal('compose'), kind: z.enum(MESSAGE_KINDS).nullable() }),
  /**
   * Puts the text before the operator in another program, or (`copy`) notes that it was copied; `ixc` has it
   * sent by IXC. The composed draft must still stand, and is over afterwards.
   */
  'message-out': z.strictObject({
    verb: z.literal('message-out'),
    by: z.enum(LEAVING),
    draft: z.number().int(),
    subject: z.string().max(300),
    text: z.string().max(8000),
  }),
  /** What became of a message that was opened, in the operator's word. */
  'message-settle': z.strictObject({
    verb: z.literal('message-settle'),
    id: messageId,
    as: z.enum(['sent', 'not-sent']),
  }),
} as const;

export const messagePageRequests = {
  'messages/save': z.strictObject({ verb: z.literal('messages/save'), messages: messageSettings }),
} as const;

/** Why a message is not composed, or does not leave. */
export type MessageRefusal =
  | EditedProblem
  | { readonly code: 'template'; readonly problem: TemplateProblem }
  | { readonly code: 'missing-values'; readonly variables: readonly Variable[] }
  | { readonly code: 'identity'; readonly parts: readonly IdentityPart[] }
  | { readonly code: 'cap'; readonly most: number; readonly freesAt: number }
  | { readonly code: 'sms-too-long'; readonly segments: number; readonly most: number }
  | { readonly code: 'address-too-long'; readonly length: number; readonly most: number }
  | {
      readonly code:
        | 'no-charge'
        /** The charge is not what the message says any more, or another draft took this one's place. */
        | 'outdated'
        | 'customer-unread'
        /** Received, cancelled or renegotiated in IXC: who paid it now would pay twice. */
        | 'closed-in-ixc'
        /** Several charges of the invoice stand: a person looks first. */
        | 'several'
        /** Not known to be this customer's. */
        | 'unproven'
        /** Not everything that is overdue could be read: the total would be a wrong one. */
        | 'overdue-unread'
        /** Asaas or IXC could not be asked again, and IXC sends nothing that was not looked at. */
        | 'unchecked'
        /** Of an earlier one nobody knows whether IXC sent it. */
        | 'unknown-before'
        | 'phone-none'
        | 'phone-invalid'
        | 'mail-none'
        /** "Pausar tudo": IXC is asked for nothing. Whatever the operator sends by hand is theirs. */
        | 'paused'
        | 'ixc-off'
        /** IXC would be asked through the operator's session, or a certificate that stands in the way. */
        | 'ixc-unreachable';
    };

/** A message of this charge that left the drawer before. */
export interface LoggedMessage {
  readonly id: string;
  /** ms since the epoch, on Asaas's clock. */
  readonly at: number;
  readonly settledAt: number;
  readonly state: MessageState;
  readonly channel: MessageChannel;
  readonly template: MessageKind;
  /** How many charges it is about. */
  readonly charges: number;
  /** It left from this computer: only here it can be said what became of it. */
  readonly isOwn: boolean;
}

export interface MessageDraft {
  /** Another composition is another draft. */
  readonly id: number;
  /** How often it was asked to leave and stayed. */
  readonly tries: number;
  readonly kind: MessageKind;
  readonly subject: string;
  readonly text: string;
  /** It asks for a debt that fell due, and must say whose. */
  readonly collection: boolean;
  readonly provider: ProviderIdentity;
  /** Overdue invoices without a charge that could be paid: they are not in it, nor in its total. */
  readonly left: number;
  /** Asaas or IXC could not be asked again: the charge is told of as it was last known. */
  readonly isUnchecked: boolean;
  /** As WhatsApp takes it, or why there is none. */
  readonly phone: { readonly number: string } | { readonly missing: 'none' | 'invalid' };
  /** Null: IXC has no address, or none that is one. */
  readonly mail: string | null;
}

export interface DailyCap {
  readonly used: number;
  readonly most: number;
  /** Midnight in São Paulo, ms since the epoch. */
  readonly freesAt: number;
}

/** The operator's own message about the charge on screen. */
export interface PayerMessage {
  /** What fits the charge as it stands, the likeliest first. */
  readonly kinds: readonly MessageKind[];
  /** Why a charge that can be paid is not asked for; null: it may be, or it cannot be paid. */
  readonly withheld: WithheldCharge | null;
  readonly draft: MessageDraft | null;
  /** Why there is no draft, or why the last one did not leave. */
  readonly refusal: MessageRefusal | null;
  /** Pix and linha digitável could not be read just now: the draft goes without them. */
  readonly unread: FailureView | null;
  readonly cap: DailyCap;
  /** The newest first. */
  readonly log: readonly LoggedMessage[];
  /** IXC's own free message, where it is allowed. */
  readonly ixc: 'sms' | 'omnichannel' | null;
}
