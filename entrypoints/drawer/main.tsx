import '../../components/base.css';
import '../../components/pieces.css';
import '../../components/notices-grid.css';
import './drawer.css';
import './header.css';
import './charge/charge.css';
import './job/job.css';
import './plan/plan.css';
import './confirm/confirm.css';
import './desk/acts/acts.css';
import './desk/details/details.css';
import './desk/edit/edit.css';
import './desk/payer/payer.css';
import './keys/keys.css';
import { browser } from 'wxt/browser';
import { mount } from '../../components/mount.tsx';
import type { DRAWER_PORT } from '../../lib/messages/drawer.ts';
import { App } from './App.tsx';
import { createDrawerConnection } from './connection.ts';
import { closeFrame, onToken } from '../../components/host-frame.ts';

// Typed, not imported: the module of the contract brings the schema library, which only the worker needs.
const PORT: typeof DRAWER_PORT = 'drawer';

// Opened as a page of its own nobody hands over a token, and there is nothing to show.
if (window.parent !== window) {
  const connection = createDrawerConnection({
    openPort: () => browser.runtime.connect({ name: PORT }),
    isExtensionThere: () => (browser.runtime as { id?: string } | undefined)?.id !== undefined,
    isVisible: () => document.visibilityState === 'visible',
    onSessionLost: closeFrame,
  });
  document.addEventListener('visibilitychange', connection.wake);
  onToken(connection.redeem);
  mount(<App connection={connection} />);
}
