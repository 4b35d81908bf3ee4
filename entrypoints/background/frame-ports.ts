import type { Browser } from 'wxt/browser';
import { DOCUMENT_PORT } from '@/lib/http/document/messages';
import { DRAWER_PORT } from '@/lib/messages/drawer';
import { PALETTE_PORT } from '@/lib/messages/palette';
import { attend } from './attention';
import { holdEarly } from './frame-door';
import { admitDocument } from './offscreen-document';
import type { Worker } from './worker';

/** Leads each port to what it is for, and hears it while the worker is starting. */
export function admitPort(port: Browser.runtime.Port, worker: () => Promise<Worker>): void {
  if (port.name === DOCUMENT_PORT) return admitDocument(port);
  if (port.name !== DRAWER_PORT && port.name !== PALETTE_PORT) return port.disconnect();
  attend(port);
  const early = holdEarly(port);
  worker()
    .then(({ connectDrawer, palette }) => {
      const connect = port.name === DRAWER_PORT ? connectDrawer : palette.door.connect;
      connect(port, early());
    })
    .catch(() => port.disconnect());
}
