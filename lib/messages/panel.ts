import type { StatusGroup } from '../billing/status.ts';
import { z } from '../schema.ts';

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
  /** A trusted click asked for the drawer of one invoice. Answers a one-time token for that tab. */
  'panel/open': z.strictObject({ verb: z.literal('panel/open'), id: InvoiceId }),
} as const;

/** What a row shows. `canSend` is true only for an invoice open in IXC, without a charge, not renegotiated. */
export interface RowState {
  readonly id: string;
  readonly group: StatusGroup;
  readonly canSend: boolean;
  /** When Asaas (or IXC, where there is no charge) last said so, ms since the epoch; null = not read yet. */
  readonly seenAt: number | null;
}

export type PanelProblem =
  'not-configured' | 'locked' | 'no-token' | 'ixc-unreachable' | 'permission-missing';

export interface PanelStates {
  readonly states: readonly RowState[];
  /** Why nothing can be sent from here, null when all is well. */
  readonly problem: PanelProblem | null;
}

export interface PanelReplies {
  'panel/states': PanelStates;
  'panel/open': { readonly token: string };
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

/** Pushed by the worker with `tabs.sendMessage`. */
export type PanelPush = StatesPush | AskAgainPush;

/** Posted by the content script into the drawer's frame with the extension's origin as target. */
export interface DrawerHandshake {
  readonly ixa: 'token';
  readonly token: string;
}

/** Posted by the drawer to its parent: close me. Only honoured from the drawer's own window. */
export interface DrawerClose {
  readonly ixa: 'close';
}
