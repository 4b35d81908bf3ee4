import { browser } from 'wxt/browser';
import { carryOut } from '@/lib/http/document/carry-out';
import { DOCUMENT_PORT, type Abandon, type Errand } from '@/lib/http/document/messages';

/**
 * Makes requests in the worker's place: to a host whose certificate the operator accepted in a tab, Chrome
 * lets a document through and its own worker not. Lives for one worker and hears it alone.
 */
const underWay = new Map<number, AbortController>();
const port = browser.runtime.connect({ name: DOCUMENT_PORT });

port.onMessage.addListener((message) => {
  // Only the worker is at the other end.
  const said = message as Errand | Abandon;
  if ('abandon' in said) underWay.get(said.abandon)?.abort();
  else run(said).catch(() => undefined);
});

port.onDisconnect.addListener(() => {
  for (const controller of underWay.values()) controller.abort();
  window.close();
});

async function run(errand: Errand): Promise<void> {
  const controller = new AbortController();
  underWay.set(errand.id, controller);
  const outcome = await carryOut(errand, (input, init) => fetch(input, init), controller.signal);
  underWay.delete(errand.id);
  port.postMessage(outcome);
}
