import type { Page } from '@playwright/test';
import type { RowState } from '../../../lib/messages/panel.ts';
import { panelPages, type PanelPages } from './panel-pages.ts';
import { runPanel } from './running-panel.ts';

/** One invoice to send and one to look at; of the third the worker knows nothing. */
const STATES: readonly RowState[] = [
  { id: '4001', group: 'unsent', canSend: true, seenAt: null },
  { id: '4002', group: 'overdue', canSend: false, seenAt: null },
];

export const DRAWER = 'iframe[data-ixa-drawer]';

/** Gives the tests of a file a way to show a client's invoices anew, under a running panel. */
export function clientList(pages: PanelPages = panelPages()): () => Promise<Page> {
  return () => runPanel(pages, 'client-financial-b.html', STATES);
}
