import type { Customer } from '../../billing/invoice.ts';
import type { FailureView } from '../../messages/failure.ts';
import type {
  Copied,
  CopyOutcome,
  PaletteClient,
  PalettePush,
  PaletteRequest,
} from '../../messages/palette.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { forPurpose } from '../quota/for-purpose.ts';
import { unforeseenView } from '../setup/failures.ts';
import { findClients, statesOf } from './find.ts';
import { paymentCode } from './payment-code.ts';
import { inWhatsApp, overdueText, readyText, toCopy } from './ready-text.ts';
import { refreshCharges } from './refresh-charges.ts';
import { meaningsOf } from './sought.ts';

export interface PalettePorts {
  readonly engine: EnginePorts;
  readonly openOptions: () => Promise<void>;
  /** Opens the drawer of an invoice in the palette's own tab. */
  readonly openDrawer: (invoiceId: string) => Promise<void>;
  readonly openTab: (url: string) => Promise<void>;
}

export interface PaletteSession {
  readonly handle: (request: PaletteRequest) => Promise<void>;
  readonly close: () => void;
}

/** What is on screen, kept for as long as the palette is open. Lost with the worker, and searched anew. */
interface Shown {
  readonly turn: number;
  readonly clients: readonly PaletteClient[];
  readonly hasMore: boolean;
  readonly failure: FailureView | null;
  readonly customers: ReadonlyMap<string, Customer>;
}

/**
 * One open palette: searches one panel, hands out codes and messages, and changes nothing. Of several
 * searches only the last is answered. What it hands out belongs to a client who is on screen.
 */
export function createPaletteSession(
  { engine: shared, openOptions, openDrawer, openTab }: PalettePorts,
  { origin }: { readonly origin: string },
  post: (push: PalettePush) => void,
): PaletteSession {
  const engine = forPurpose(shared, 'person');
  let closed = false;
  let newest = 0;
  let shown: Shown | null = null;

  async function panelOf(): Promise<PanelSettings | null> {
    const { panels } = await engine.readSettings();
    return panels.find((panel) => panel.origin === origin) ?? null;
  }

  function show(next: Shown): void {
    shown = next;
    const { turn, clients, hasMore, failure } = next;
    post({ type: 'results', turn, results: { clients, hasMore, failure } });
  }

  async function search(turn: number, text: string): Promise<void> {
    newest = turn;
    shown = null;
    const meanings = meaningsOf(text);
    if (meanings.length === 0) {
      post({ type: 'too-short', turn });
      return;
    }
    const isStale = () => closed || newest !== turn;
    const found = await findOr(meanings, isStale);
    if (found !== null && !isStale()) show({ ...found, turn });
  }

  async function findOr(
    meanings: ReturnType<typeof meaningsOf>,
    isStale: () => boolean,
  ): Promise<Omit<Shown, 'turn'> | null> {
    const nothing = { clients: [], hasMore: false, customers: new Map<string, Customer>() };
    const panel = await panelOf();
    if (panel === null) return { ...nothing, failure: { code: 'panel-unknown' } };
    try {
      const found = await findClients(engine, panel, meanings, isStale);
      return found && { ...found.results, customers: found.customers };
    } catch (error) {
      return { ...nothing, failure: unforeseenView(error) };
    }
  }

  /** What the ledger says now of what is on screen. */
  async function showStates(): Promise<void> {
    const panel = await panelOf();
    const before = shown;
    if (panel === null || before === null) return;
    const clients = await Promise.all(
      before.clients.map((client) => statesOf(engine, panel, client)),
    );
    if (shown === before && !closed) show({ ...before, clients });
  }

  async function refresh(turn: number, customerId: string): Promise<void> {
    const client = shown?.clients.find(({ id }) => id === customerId);
    const ids = client?.invoices.map(({ id }) => id) ?? [];
    const failure = await refreshCharges(engine, origin, ids).catch(unforeseenView);
    await showStates();
    if (!closed) post({ type: 'refreshed', turn, failure });
  }

  async function copied(invoiceId: string, what: Copied): Promise<CopyOutcome> {
    if (what !== 'message') return paymentCode(engine, { origin, invoiceId }, what);
    return aboutInvoice(invoiceId, async (panel, customer) =>
      toCopy(await readyText(engine, panel, customer, invoiceId)),
    );
  }

  async function aboutInvoice(
    invoiceId: string,
    write: (panel: PanelSettings, customer: Customer) => Promise<CopyOutcome>,
  ): Promise<CopyOutcome> {
    const owner = shown?.clients.find(({ invoices }) =>
      invoices.some(({ id }) => id === invoiceId),
    );
    return aboutClient(owner?.id ?? null, (panel, customer) => write(panel, customer));
  }

  async function aboutClient(
    customerId: string | null,
    write: (panel: PanelSettings, customer: Customer, overdue: string[]) => Promise<CopyOutcome>,
  ): Promise<CopyOutcome> {
    const panel = await panelOf();
    const client = shown?.clients.find(({ id }) => id !== null && id === customerId);
    const customer = customerId === null ? undefined : shown?.customers.get(customerId);
    if (!panel || !client || !customer) return { failure: shown?.failure ?? { code: 'internal' } };
    const overdue = client.invoices.filter(({ isOverdue }) => isOverdue).map(({ id }) => id);
    return write(panel, customer, overdue);
  }

  async function answer(turn: number, work: Promise<CopyOutcome>): Promise<void> {
    const outcome = await work.catch((error: unknown) => ({ failure: unforeseenView(error) }));
    if (!closed) post({ type: 'copied', turn, outcome });
  }

  const unsubscribe = engine.events.onChange(({ invoiceId }) => {
    const isShown = shown?.clients.some(({ invoices }) =>
      invoices.some(({ id }) => id === invoiceId),
    );
    if (isShown === true) showStates().catch(() => undefined);
  });
  const unsubscribeVault = engine.events.onVaultTurned(() => {
    newest = -1;
    shown = null;
    post({ type: 'forget' });
  });

  return {
    handle: async (request) => {
      switch (request.verb) {
        case 'search':
          return search(request.turn, request.text);
        case 'refresh':
          return refresh(request.turn, request.customerId);
        case 'copy':
          return answer(request.turn, copied(request.invoiceId, request.what));
        case 'copy-overdue':
          return answer(
            request.turn,
            aboutClient(request.customerId, async (panel, customer, overdue) =>
              toCopy(await overdueText(engine, panel, customer, overdue)),
            ),
          );
        case 'whatsapp':
          return answer(
            request.turn,
            aboutInvoice(request.invoiceId, async (panel, customer) =>
              inWhatsApp(
                engine,
                panel,
                customer,
                await readyText(engine, panel, customer, request.invoiceId),
                openTab,
              ),
            ),
          );
        case 'whatsapp-overdue':
          return answer(
            request.turn,
            aboutClient(request.customerId, async (panel, customer, overdue) =>
              inWhatsApp(
                engine,
                panel,
                customer,
                await overdueText(engine, panel, customer, overdue),
                openTab,
              ),
            ),
          );
        case 'open':
          return openDrawer(request.invoiceId);
        case 'open-options':
          return openOptions();
        case 'redeem':
        case 'resume':
          return undefined;
      }
    },
    close: () => {
      closed = true;
      unsubscribe();
      unsubscribeVault();
    },
  };
}
