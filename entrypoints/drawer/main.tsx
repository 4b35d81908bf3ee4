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
import { mount } from '../../components/mount.tsx';
import { lineOfFrame } from '../../components/panel-frame.ts';
import type { DRAWER_PORT } from '../../lib/messages/drawer.ts';
import { App } from './App.tsx';
import { createDrawerConnection } from './connection.ts';

// Typed, not imported: the module of the contract brings the schema library, which only the worker needs.
const PORT: typeof DRAWER_PORT = 'drawer';

const connection = lineOfFrame(PORT, createDrawerConnection);
if (connection !== null) mount(<App connection={connection} />);
