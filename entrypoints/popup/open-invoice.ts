import { ask } from '../../components/worker-client.ts';
import { openPanel } from './open-panel.ts';

/** Goes to the invoice's drawer in its panel; where the worker cannot, to the panel alone. */
export async function openInvoice(origin: string, invoiceId: string): Promise<void> {
  const opened = await ask({ verb: 'invoice/open', origin, invoiceId });
  if (opened.ok) window.close();
  else await openPanel(origin);
}
