import { fail, ok, type Result } from '../billing/result.ts';

/**
 * Who sent a message, as the browser says (never as the message says). The table was measured in
 * Chromium and Firefox:
 *
 * | sender                              | `id` ours | `origin`           | `tab` | `frameId` |
 * |-------------------------------------|-----------|--------------------|-------|-----------|
 * | content script, top frame           | yes       | the page's         | yes   | 0         |
 * | content script, sub-frame           | yes       | the frame's        | yes   | ≠ 0       |
 * | extension page in a tab             | yes       | the extension's    | yes   | 0         |
 * | action popup                        | yes       | the extension's    | no    | absent    |
 * | extension page framed by a web page | yes       | the extension's    | yes   | ≠ 0       |
 *
 * Any site can frame the drawer's page, so `drawer` says where a message came from and grants nothing:
 * what it may see is decided by the token that the worker gave to that tab.
 */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Absent in some versions of Firefox. */
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

export type SenderClass =
  /** A top-level page of the extension: options, popup, dashboard. */
  | { readonly kind: 'page' }
  /** The content script in the top frame of an authorised panel. */
  | { readonly kind: 'panel'; readonly tabId: number; readonly origin: string }
  /** A page of the extension in a frame. Trusted only with a token issued to that tab. */
  | { readonly kind: 'drawer'; readonly tabId: number; readonly frameId: number }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** For tests and diagnostics; never told to the sender. */
export type Refusal =
  | 'other-extension'
  | 'no-origin'
  | 'origin-disagrees'
  | 'no-tab'
  | 'no-frame'
  | 'sub-frame'
  | 'not-a-panel';

export interface SenderRules {
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  readonly isAuthorisedPanel: (origin: string) => boolean;
}

/** The one place that decides who a sender is. What it does not know, it refuses. */
export function classifySender(sender: Sender, rules: SenderRules): SenderClass {
  if (sender.id !== rules.extensionId) return refuse('other-extension');
  const origin = originOf(sender);
  if (!origin.ok) return refuse(origin.error);
  return origin.value === rules.extensionOrigin
    ? ownPage(sender)
    : contentScript(sender, origin.value, rules);
}

function ownPage({ tab, frameId }: Sender): SenderClass {
  // Only the popup has no tab; a frame inside it would have a frame id.
  if (!tab) return frameId ? refuse('no-tab') : { kind: 'page' };
  if (frameId === undefined) return refuse('no-frame');
  if (frameId === 0) return { kind: 'page' };
  return isTabId(tab.id) ? { kind: 'drawer', tabId: tab.id, frameId } : refuse('no-tab');
}

function contentScript({ tab, frameId }: Sender, origin: string, rules: SenderRules): SenderClass {
  if (!isTabId(tab?.id)) return refuse('no-tab');
  if (frameId === undefined) return refuse('no-frame');
  // The content script is registered for the top frame only; in a sub-frame somebody else put it there.
  if (frameId !== 0) return refuse('sub-frame');
  if (!rules.isAuthorisedPanel(origin)) return refuse('not-a-panel');
  return { kind: 'panel', tabId: tab.id, origin };
}

/**
 * The browser's own `origin` where it gives one; otherwise that of the document's URL. Opaque ones
 * (`null`, `about:blank`, `data:`) are none: with no origin given, an `about:blank` frame may be anybody's.
 */
function originOf({ origin, url }: Sender): Result<string, Refusal> {
  const fromUrl = url === undefined ? null : urlOrigin(url);
  const said = origin ?? fromUrl;
  if (said === null || said === 'null' || said === '') return fail('no-origin');
  // Both come from the browser. A web document whose two origins differ is nothing that was measured.
  const isWebUrl = fromUrl !== null && /^https?:/.test(fromUrl);
  return isWebUrl && fromUrl !== said ? fail('origin-disagrees') : ok(said);
}

function urlOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, origin } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:') return origin;
  // `URL.origin` is "null" for schemes that the URL standard does not know, in some engines also for ours.
  return /^(chrome|moz)-extension:$/.test(protocol) && host !== '' ? `${protocol}//${host}` : null;
}

function isTabId(id: number | undefined): id is number {
  return id !== undefined && id >= 0;
}

function refuse(why: Refusal): SenderClass {
  return { kind: 'refused', why };
}
