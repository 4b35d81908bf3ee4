import type { CivilDate } from '../billing/calendar.ts';
import type { Cents } from '../billing/money.ts';
import type { StatusGroup } from '../billing/status.ts';
import type { FailureView } from './failure.ts';
import { z } from '../schema.ts';

/** Palette channel: the palette's frame ↔ worker, over a port named `palette`. */
export const PALETTE_PORT = 'palette';

/** The most clients that one search shows. */
export const MOST_CLIENTS = 20;

const ixcId = z.string().regex(/^[1-9]\d{0,14}$/);
/** Counts up in the frame: an answer names the question that it answers. */
const turn = z.number().int().nonnegative();

/** What of a charge can be copied. `message`: the operator's ready message to the payer. */
export const COPIED = ['pix', 'linha', 'link', 'message'] as const;
export type Copied = (typeof COPIED)[number];

export const paletteRequest = z.discriminatedUnion('verb', [
  /** First message: the token that the content script handed over. Valid once. */
  z.strictObject({ verb: z.literal('redeem'), token: z.string().length(43) }),
  /** First message after the worker died: the session given by `welcome`. */
  z.strictObject({ verb: z.literal('resume'), session: z.string().length(43) }),
  /** Supersedes every search before it, answered or not. An empty text only does that. */
  z.strictObject({ verb: z.literal('search'), turn, text: z.string().max(80) }),
  /** Reads the charges of one shown client again now, at Asaas. Answered by `refreshed`. */
  z.strictObject({ verb: z.literal('refresh'), turn, customerId: ixcId }),
  /** One code or message of one invoice, fetched where it is missing. Answered by `copied`. */
  z.strictObject({ verb: z.literal('copy'), turn, invoiceId: ixcId, what: z.enum(COPIED) }),
  /** One message with every overdue invoice of a shown client. Answered by `copied`. */
  z.strictObject({ verb: z.literal('copy-overdue'), turn, customerId: ixcId }),
  /** The ready message of an invoice, in WhatsApp, in a tab of its own. Answered by `copied`. */
  z.strictObject({ verb: z.literal('whatsapp'), turn, invoiceId: ixcId }),
  z.strictObject({ verb: z.literal('whatsapp-overdue'), turn, customerId: ixcId }),
  /** The drawer of one invoice, in the palette's own tab. */
  z.strictObject({ verb: z.literal('open'), invoiceId: ixcId }),
  z.strictObject({ verb: z.literal('open-options') }),
]);
export type PaletteRequest = z.infer<typeof paletteRequest>;

export const palettePageRequests = {
  /** The popup's way to the palette: in the panel's tab that was used last, or in a new one. */
  'palette/open': z.strictObject({ verb: z.literal('palette/open') }),
} as const;

/** Why there is nothing to copy, besides a system that did not answer. */
export const COPY_REFUSALS = [
  /** The invoice has no charge. */
  'no-charge',
  /** Paid, on its way to be, deleted, refunded or contested. */
  'not-payable',
  /** Not known to be this customer's. */
  'unproven',
  /** Received, cancelled or renegotiated in IXC: who paid it now would pay twice. */
  'closed-in-ixc',
  /** The panel's key is a guess so far. */
  'unconfirmed',
  /** Several charges of the invoice stand: a person looks first. */
  'several',
  /** Asaas gives no such code for this charge. */
  'no-code',
  /** The boleto's registration is over. */
  'lapsed',
  /** IXC has no phone number of the customer that WhatsApp could have. */
  'no-phone',
  /** Nothing of the client is overdue, or none of it has a charge. */
  'nothing-overdue',
  /** A collection message would not say who the creditor is. */
  'identity',
  /** The operator's own template cannot be filled. */
  'template',
  /** The message is longer than WhatsApp's address takes. */
  'too-long',
  /** The day's messages are spent. */
  'cap',
] as const;
export type CopyRefusal = (typeof COPY_REFUSALS)[number];

/** How a client was found. In this order on screen. */
export const FOUND_BY = ['invoice', 'phone', 'document', 'name'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export interface PaletteInvoice {
  readonly id: string;
  readonly dueDate: CivilDate | null;
  /** Open balance in IXC; null where IXC could not be read. */
  readonly open: Cents | null;
  readonly group: StatusGroup;
  /** The last day to pay is over, and no money is on its way. */
  readonly isOverdue: boolean;
  /** Something of its charge can be copied. */
  readonly isPayable: boolean;
  /** When Asaas last said so, ms since the epoch; null: it has no charge. */
  readonly seenAt: number | null;
}

export interface PaletteClient {
  /** IXC's id. Null: IXC could not be read, and only the ledger knows the invoice. */
  readonly id: string | null;
  readonly foundBy: FoundBy;
  /** Null: nobody was told whose it is. */
  readonly name: string | null;
  /** Masked: `***.456.789-**`. */
  readonly document: string;
  /** The last four digits of the number that WhatsApp would be opened with; null: there is none. */
  readonly phoneEnd: string | null;
  /** What is open, the oldest due date first; before all of it the invoice that was looked for. */
  readonly invoices: readonly PaletteInvoice[];
  /** Of the open balances. */
  readonly overdue: { readonly count: number; readonly total: Cents };
}

export interface PaletteResults {
  readonly clients: readonly PaletteClient[];
  /** There are more clients than are shown. */
  readonly hasMore: boolean;
  /** Why not everything could be read; beside `clients`, what was found nevertheless. */
  readonly failure: FailureView | null;
}

/** What came of a copy. `text` goes to the clipboard; `opened`: WhatsApp is in front. */
export type CopyOutcome =
  | { readonly text: string; readonly left: number }
  | { readonly opened: true; readonly left: number }
  | { readonly refused: CopyRefusal }
  | { readonly failure: FailureView };

export type PalettePush =
  | { readonly type: 'welcome'; readonly session: string }
  /** The text has too little in it to look for. */
  | { readonly type: 'too-short'; readonly turn: number }
  | { readonly type: 'results'; readonly turn: number; readonly results: PaletteResults }
  /** The charges of a client were read again; what changed came as `results`. */
  | {
      readonly type: 'refreshed';
      readonly turn: number;
      readonly failure: FailureView | null;
    }
  | { readonly type: 'copied'; readonly turn: number; readonly outcome: CopyOutcome }
  /** The vault turned: what is on screen may no longer be shown. */
  | { readonly type: 'forget' }
  /** The frame is not one the worker opened: render nothing. */
  | { readonly type: 'refused' };
