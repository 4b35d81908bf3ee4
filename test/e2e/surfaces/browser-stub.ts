import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import type { PageReplies, SetupView } from '../../../lib/messages/pages.ts';

/** What the stubbed worker answers. */
export interface Scenario {
  readonly replies?: Partial<PageReplies>;
  readonly invoiceId?: string;
  readonly snapshot?: DrawerSnapshot;
  /** Pushed after a drawer's request with this verb. */
  readonly afterwards?: Readonly<Record<string, DrawerSnapshot>>;
  readonly permissionGranted?: boolean;
  readonly refusesDrawer?: boolean;
  /** Open beside the page. */
  readonly tabs?: readonly {
    readonly id: number;
    readonly windowId: number;
    readonly url: string;
  }[];
}

export interface StubWindow {
  readonly sent: { readonly verb: string; readonly [field: string]: unknown }[];
  readonly permissionsAsked: unknown[];
  readonly violations: string[];
  /** Tabs that were gone to, by id, or made. */
  readonly opened: unknown[];
  dropPort(): void;
  push(message: unknown): void;
  /** Changes the setup elsewhere: the worker tells every open page. */
  setUp(view: SetupView): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Runs in the page before its scripts: a `browser` whose worker follows the scenario. */
export function installStub({ messages, scenario }: { messages: Messages; scenario: Scenario }) {
  const replies: Partial<PageReplies> = { ...scenario.replies };
  const told: ((message: unknown) => void)[] = [];
  const stub: Mutable<StubWindow> = {
    sent: [],
    permissionsAsked: [],
    violations: [],
    opened: [],
    dropPort: () => undefined,
    push: () => undefined,
    setUp(view) {
      replies['setup/read'] = view;
      for (const hear of told) hear({ push: 'setup-changed' });
    },
  };
  addEventListener('securitypolicyviolation', (event) =>
    stub.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );

  function getMessage(key: string, values: string | string[] = []): string {
    const list = [values].flat();
    const text = messages[key]?.message ?? '';
    return text.replace(/\$(\$|\d)/g, (_, mark: string) =>
      mark === '$' ? '$' : (list[Number(mark) - 1] ?? ''),
    );
  }

  function connect() {
    const heard: ((message: unknown) => void)[] = [];
    const dropped: (() => void)[] = [];
    const push = (message: unknown) => setTimeout(() => heard.forEach((hear) => hear(message)), 0);
    stub.push = push;
    stub.dropPort = () => dropped.forEach((drop) => drop());
    return {
      postMessage(request: { verb: string }) {
        stub.sent.push(request);
        if (request.verb === 'redeem' || request.verb === 'resume') {
          if (scenario.refusesDrawer) return push({ type: 'refused' });
          push({
            type: 'welcome',
            session: 's'.repeat(43),
            invoiceId: scenario.invoiceId ?? '48211',
          });
          if (scenario.snapshot) push({ type: 'snapshot', snapshot: scenario.snapshot });
        }
        const next = scenario.afterwards?.[request.verb];
        if (next) push({ type: 'snapshot', snapshot: next });
        return undefined;
      },
      disconnect: () => undefined,
      onMessage: { addListener: (hear: (message: unknown) => void) => heard.push(hear) },
      onDisconnect: { addListener: (drop: () => void) => dropped.push(drop) },
    };
  }

  Object.assign(globalThis, {
    stub,
    // By this the polyfill knows that it runs in an extension.
    chrome: { runtime: { id: 'surfaces' } },
    browser: {
      i18n: { getMessage },
      runtime: {
        id: 'surfaces',
        connect,
        onMessage: {
          addListener: (hear: (message: unknown) => void) => told.push(hear),
          removeListener: () => undefined,
        },
        openOptionsPage: async () => undefined,
        sendMessage: async (request: { verb: keyof PageReplies }) => {
          stub.sent.push(request);
          const reply = replies[request.verb];
          if (reply === undefined) throw new Error('no worker');
          return reply;
        },
      },
      tabs: {
        query: async () => scenario.tabs ?? [],
        create: async (tab: unknown) => void stub.opened.push(tab),
        update: async (id: number) => void stub.opened.push(id),
      },
      windows: { update: async () => undefined },
      permissions: {
        request: async (asked: unknown) => {
          stub.permissionsAsked.push({
            asked,
            within: navigator.userActivation.isActive,
            before: stub.sent.filter(({ verb }) => verb === 'panel/add').length,
          });
          return scenario.permissionGranted ?? true;
        },
      },
    },
  });
}
