import type { CivilDate } from '../billing/calendar.ts';
import type { StatusGroup } from '../billing/status.ts';
import { z } from '../schema.ts';
import type { CopyRefusal } from './palette.ts';

/**
 * Panel channel: the content script in `adm.php` ↔ worker. Ids, verbs and states only — never an
 * amount, a name, a URL or a key, because everything here can end up in a page we do not own.
 */
const InvoiceId = z.string().regex(/^[1-9]\d{0,14}$/);

export const panelRequests = {
  /** States of the rows on screen. Answered from the ledger at once; what is stale is refreshed and pushed. */
  'panel/states': z.strictObject({
    verb: z.literal('panel/states'),
    ids: z.array(InvoiceId).max(500),
  }),
  /**
   * A trusted click on "Enviar via Asaas". Sends at once where one-click sending is on and nothing needs a
   * person's eye; otherwise answers a token for the drawer, as `panel/open` does.
   */
  'panel/send': z.strictObject({ verb: z.literal('panel/send'), id: InvoiceId }),
  /** A trusted click asked for the drawer of one invoice. Answers a one-time token for that tab. */
  'panel/open': z.strictObject({ verb: z.literal('panel/open'), id: InvoiceId }),
  /** A trusted press in a row's copy menu. */
  'panel/copy': z.strictObject({
    verb: z.literal('panel/copy'),
    id: InvoiceId,
    what: z.enum(['pix', 'linha', 'link', 'whatsapp']),
  }),
  /** A trusted Alt+A, or a push that asked for it. Answers a one-time token for that tab. */
  'panel/palette': z.strictObject({ verb: z.literal('panel/palette') }),
  /** The script has started: is a drawer wanted that was asked for before the panel was there? */
  'panel/arrived': z.strictObject({ verb: z.literal('panel/arrived') }),
} as const;

/** What a row's copy menu offers. */
export type RowCopied = z.infer<(typeof panelRequests)['panel/copy']>['what'];

/**
 * Exactly one payment code, which goes to the clipboard and never into the page; or the message is open in
 * WhatsApp, and nothing of it comes back; or why not.
 */
export type PanelCopy =
  | { readonly code: string }
  | { readonly opened: true }
  | { readonly refused: CopyRefusal }
  | { readonly failed: 'locked' | 'unreachable' };

/** What a row shows. `canSend` is true only for an invoice open in IXC, without a charge, not renegotiated. */
export interface RowState {
  readonly id: string;
  readonly group: StatusGroup;
  readonly canSend: boolean;
  /** IXC cannot be read: `canSend` counts only where the row itself says, in IXC's words, that it is open. */
  readonly onlyIfShownOpen?: true;
  /** IXC's own due date, as its row has it, while the charge was given another one. */
  readonly ixcStill?: CivilDate;
  /** When Asaas (or IXC, where there is no charge) last said so, ms since the epoch; null = not read yet. */
  readonly seenAt: number | null;
}

export type PanelProblem =
  | 'not-configured'
  | 'locked'
  | 'no-token'
  | 'ixc-unreachable'
  | 'permission-missing'
  /** The panel generates by fatura: not supported, no marks. */
  | 'billed-by-fatura';

export interface PanelStates {
  readonly states: readonly RowState[];
  /** Why nothing can be sent from here, null when all is well. */
  readonly problem: PanelProblem | null;
}

export interface PanelReplies {
  'panel/states': PanelStates;
  'panel/open': { readonly token: string };
  'panel/send': { readonly sent: true } | { readonly token: string };
  'panel/copy': PanelCopy;
  'panel/palette': { readonly token: string };
  /** The id of an invoice, or null. */
  'panel/arrived': { readonly open: string | null };
}

/** Something on screen changed. */
export interface StatesPush extends PanelStates {
  readonly push: 'states';
}

/**
 * Whether the panel may be served may have changed: ask again. Goes to every tab, because those of a host
 * whose permission was withdrawn cannot be found any more, and therefore carries nothing.
 */
export interface AskAgainPush {
  readonly push: 'ask-again';
}

/** A quiet word about one charge of the panel: id and state only. */
export interface ToastPush {
  readonly push: 'toast';
  readonly id: string;
  readonly group: StatusGroup;
}

/** A person clicked on a notice or a row of the popup about this invoice: the panel asks for its drawer. */
export interface OpenPush {
  readonly push: 'open';
  readonly id: string;
}

/** A person asked for the palette by the browser's own shortcut, or in the popup. */
export interface OpenPalettePush {
  readonly push: 'palette';
}

/** Pushed by the worker with `tabs.sendMessage`. */
export type PanelPush = StatesPush | AskAgainPush | ToastPush | OpenPush | OpenPalettePush;

/** Tables whose records the operator's session may read. */
export const SESSION_TABLES = ['fn_areceber', 'cliente', 'fn_carteira_cobranca', 'filial'] as const;
export type SessionTable = (typeof SESSION_TABLES)[number];

/**
 * Asked by the worker with `tabs.sendMessage`; the content script answers. The only messages that bring
 * data out of the panel, and they go to the worker alone.
 */
export type PanelAsk =
  /** One record under the operator's own session (`action=recupera`), projected to the columns charging needs. */
  | { readonly ask: 'record'; readonly table: SessionTable; readonly id: string }
  /** What the script finds on the page, without a single value of it. */
  | { readonly ask: 'diagnosis' }
  /** Whether the page is alive and who is logged in. */
  | { readonly ask: 'session' }
  /** Who works at the page, by what it shows and keeps; asks nobody. */
  | { readonly ask: 'operator' };

/** Column → value as the panel wrote it; null: logged out, no such record, or no answer that could be read. */
export interface PanelRecord {
  readonly record: Readonly<Record<string, string>> | null;
  /** Why there is none. */
  readonly why: 'logged-out' | 'not-found' | 'unreadable' | 'unreachable' | null;
}

/** The operator who is logged in to the panel, as far as its page tells: said, not proven. */
export interface PanelUser {
  /** IXC's number of the user. */
  readonly id: string;
  /** Shown to that very person, and never written down. */
  readonly name: string | null;
}

export interface PanelSession {
  readonly loggedIn: boolean;
}

/** One invoice grid, or table that looks like one, as the self-check sees it. */
export interface GridCheck {
  /** `data-nome` or id of the table, digits masked. */
  readonly table: string;
  readonly rows: number;
  readonly marked: number;
  /** How rows were recognised. `none`: not an invoice grid, or sources that disagree. */
  readonly by: 'abbr' | 'row-key' | 'header' | 'none';
  /** Rows whose own sources name different ids: they get no mark. */
  readonly disagreeing: number;
}

export interface PanelDiagnosis {
  /** Selector of the registry → how many elements it matches now. */
  readonly selectors: Readonly<Record<string, number>>;
  readonly grids: readonly GridCheck[];
  /** Tags, classes, `abbr`, names of `data-*` and header words; ids with digits masked; no cell values. */
  readonly outline: string;
  readonly billsByFatura: boolean;
  readonly version: string | null;
}

/** Posted by the content script into the frame it made, with the extension's origin as target. */
export interface FrameHandshake {
  readonly ixa: 'token';
  readonly token: string;
}

/** Posted by a frame to its parent: close me. Only honoured from that frame's own window. */
export interface FrameClose {
  readonly ixa: 'close';
}
