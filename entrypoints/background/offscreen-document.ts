import { browser, type Browser } from 'wxt/browser';
import type { DocumentHost, DocumentPort } from '@/lib/http/document/document-line';
import type { Outcome } from '@/lib/http/document/messages';

type Port = Browser.runtime.Port;

const PATH = '/offscreen.html';
/** A document that is slow to start is one on a busy computer; one that never does is none. ms. */
const START_MS = 10_000;

let expecting: ((port: Port) => void) | null = null;

/** Takes the port of the document that was just opened, and turns every other away: it then closes itself. */
export function admitDocument(port: Port): void {
  const { sender } = port;
  const isOurs =
    sender?.id === browser.runtime.id &&
    sender.tab === undefined &&
    sender.url === browser.runtime.getURL(PATH);
  if (!isOurs || expecting === null) {
    port.disconnect();
    return;
  }
  expecting(port);
  expecting = null;
}

/** Chrome's offscreen document; null in Firefox, whose background needs none. */
export const documentHost: DocumentHost | null = import.meta.env.FIREFOX
  ? null
  : {
      open: async () => {
        const arrival = new Promise<Port>((resolve, reject) => {
          expecting = resolve;
          setTimeout(() => {
            reject(new Error('the document did not start'));
          }, START_MS);
        });
        arrival.catch(() => undefined);
        // There can be one only, and it may still be that of a worker that died.
        await create().catch(async () => {
          await close();
          await create();
        });
        return documentPort(await arrival);
      },
      close,
    };

function create(): Promise<void> {
  return browser.offscreen.createDocument({
    url: PATH,
    // None of the reasons is a request; the justification says what it is for.
    reasons: [browser.offscreen.Reason.WORKERS],
    justification:
      'Reads invoices from the IXC panel that the operator authorised, where its certificate was accepted in a tab only: a service worker is refused there, a document is not.',
  });
}

async function close(): Promise<void> {
  await browser.offscreen.closeDocument().catch(() => undefined);
}

function documentPort(port: Port): DocumentPort {
  return {
    post: (message) => {
      port.postMessage(message);
    },
    onOutcome: (listener) => {
      port.onMessage.addListener((message) => {
        // Who speaks was checked when the port was opened.
        listener(message as Outcome);
      });
    },
    onGone: (listener) => {
      port.onDisconnect.addListener(listener);
    },
  };
}
