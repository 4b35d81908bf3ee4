import { fail } from '../billing/result.ts';
import type { z } from '../schema.ts';
import type { FailureView } from './failure.ts';
import { pageRequests } from './page-requests.ts';
import type { PageReplies } from './pages.ts';
import { panelRequests, type PanelReplies } from './panel.ts';
import type { SenderClass } from './sender.ts';

type PanelVerb = keyof typeof panelRequests;
type PageVerb = keyof typeof pageRequests;
export type PanelSender = Extract<SenderClass, { kind: 'panel' }>;

/** What a panel's content script may ask. `from` is the browser's word, not the message's. */
export type PanelHandlers = {
  readonly [V in PanelVerb]: (
    request: z.infer<(typeof panelRequests)[V]>,
    from: PanelSender,
  ) => Promise<PanelReplies[V]>;
};

/** What a top-level page of the extension may ask. */
export type PageHandlers = {
  readonly [V in PageVerb]: (request: z.infer<(typeof pageRequests)[V]>) => Promise<PageReplies[V]>;
};

/** The same for an unknown verb, a malformed request and a sender without the right: it teaches nothing. */
export interface Refused {
  readonly refused: true;
}

export interface RouterOptions<S> {
  readonly classify: (sender: S) => SenderClass | Promise<SenderClass>;
  readonly panel: PanelHandlers;
  readonly page: PageHandlers;
  /** How a page is told of what a handler threw; `internal` unless said. */
  readonly failureOf?: (error: unknown) => FailureView;
}

/** Answers one message. Never rejects. */
export type Router<S> = (message: unknown, sender: S) => Promise<unknown>;

type Route<From> = (message: unknown, from: From) => Promise<unknown> | null;
type Registry<From> = Readonly<Record<string, Route<From> | undefined>>;

const REFUSED: Refused = { refused: true };

/**
 * Dispatches by trust: a panel's message is looked up among the panel verbs only, a page's among the
 * page verbs only. Drawers speak over a port and find nothing here.
 */
export function createRouter<S>(options: RouterOptions<S>): Router<S> {
  const { classify, failureOf = unexplained } = options;
  const panel = register<PanelSender>(panelRequests, options.panel);
  const page = register<unknown>(pageRequests, options.page);

  function dispatch(message: unknown, from: SenderClass): Promise<unknown> | null {
    const verb = verbOf(message);
    if (verb === null) return null;
    if (from.kind === 'panel') return panel[verb]?.(message, from) ?? null;
    if (from.kind === 'page') return page[verb]?.(message, from) ?? null;
    return null;
  }

  return async (message, sender) => {
    let trusted = false;
    try {
      const from = await classify(sender);
      trusted = true;
      return (await dispatch(message, from)) ?? REFUSED;
    } catch (error) {
      return trusted ? fail(failureOf(error)) : REFUSED;
    }
  };
}

function unexplained(): FailureView {
  return { code: 'internal' };
}

/** On a null prototype, so that no verb finds `constructor` or `__proto__`. */
function register<From>(
  schemas: Readonly<Record<string, z.ZodType>>,
  handlers: Readonly<Record<string, (request: never, from: From) => Promise<unknown>>>,
): Registry<From> {
  const registry = Object.create(null) as Record<string, Route<From> | undefined>;
  for (const [verb, schema] of Object.entries(schemas)) {
    const handler = handlers[verb];
    if (!handler) continue;
    registry[verb] = (message, from) => {
      const request = schema.safeParse(message);
      // The registries' types pair each verb's schema with its handler; a loop cannot carry that proof.
      return request.success ? handler(request.data as never, from) : null;
    };
  }
  return registry;
}

function verbOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('verb' in message)) return null;
  return typeof message.verb === 'string' ? message.verb : null;
}
