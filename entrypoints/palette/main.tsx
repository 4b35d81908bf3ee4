import '../../components/base.css';
import '../../components/pieces.css';
import './palette.css';
import { browser } from 'wxt/browser';
import { closeFrame, onToken } from '../../components/host-frame.ts';
import { mount } from '../../components/mount.tsx';
import type { PALETTE_PORT } from '../../lib/messages/palette.ts';
import { App } from './App.tsx';
import { createPaletteConnection } from './connection.ts';

// Typed, not imported: the module of the contract brings the schema library, which only the worker needs.
const PORT: typeof PALETTE_PORT = 'palette';

// Opened as a page of its own nobody hands over a token, and there is nothing to show.
if (window.parent !== window) {
  const connection = createPaletteConnection({
    openPort: () => browser.runtime.connect({ name: PORT }),
    isExtensionThere: () => (browser.runtime as { id?: string } | undefined)?.id !== undefined,
    isVisible: () => document.visibilityState === 'visible',
    onSessionLost: closeFrame,
  });
  document.addEventListener('visibilitychange', connection.wake);
  onToken(connection.redeem);
  mount(<App connection={connection} />);
}
