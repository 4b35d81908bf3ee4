import { KNOWN, type IxcEmulatorOptions } from '../../emulators/ixc/index.ts';
import { eventually } from './eventually.ts';
import type { Panel, PanelSite } from './panel.ts';
import { PANEL_ORIGIN } from './routes.ts';

/** A bare address whose self-signed certificate nobody but the operator's own tab accepts. */
export const IP_ORIGIN = 'https://203.0.113.10';
/** The panel's name on another port. */
const PORT_ORIGIN = `${PANEL_ORIGIN}:8443`;

/** Under what a panel is reached, by the words of a test's name. */
export const SITES: Readonly<Record<string, PanelSite>> = {
  'its name': { origin: PANEL_ORIGIN },
  'an address that only the tab trusts': { origin: IP_ORIGIN },
  'another port': { origin: PORT_ORIGIN },
};

export const GENERATIONS = ['A', 'B'] as const;

/** The emulated IXC that is reached under every one of `SITES`. */
export const everywhere: IxcEmulatorOptions = { origins: [IP_ORIGIN, PORT_ORIGIN] };

interface Place {
  readonly open: (panel: Panel) => Promise<void>;
  readonly shows: string;
}

/** Where invoices appear: how to get there, and one that is there. */
export const PLACES: Readonly<Record<string, Place>> = {
  'Contas a receber': {
    open: () => Promise.resolve(),
    shows: KNOWN.openInvoice.id,
  },
  "a customer's Financeiro": {
    open: (panel) => panel.openFinancial(KNOWN.openInvoice.customerId),
    shows: KNOWN.openInvoice.id,
  },
  "a contract's Financeiro": {
    open: (panel) => panel.openContractFinancial(`200${KNOWN.openInvoice.customerId}`),
    shows: KNOWN.secondOpenInvoice.id,
  },
};

/** Goes to the place and waits until every row of its grids has one mark, its own. */
export async function visit(panel: Panel, { open, shows }: Place): Promise<void> {
  await panel.openReceivables();
  await open(panel);
  await everyRowMarked(panel, shows);
}

/** Waits until every row of the grids that have marks has one, its own, and this invoice is among them. */
export async function everyRowMarked(panel: Panel, shows: string): Promise<void> {
  await eventually(`every row has its own mark, invoice ${shows} among them`, async () => {
    const rows = await panel.markedRows();
    const wrong = rows.filter(({ id, marks }) => marks.join() !== id);
    if (wrong.length === 0 && rows.some(({ id }) => id === shows)) return true;
    throw new Error(`${rows.length} rows, wrong: ${JSON.stringify(wrong.slice(0, 5))}`);
  });
}
