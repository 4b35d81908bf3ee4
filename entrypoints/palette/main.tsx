import '../../components/base.css';
import '../../components/pieces.css';
import './palette.css';
import { mount } from '../../components/mount.tsx';
import { lineOfFrame } from '../../components/panel-frame.ts';
import type { PALETTE_PORT } from '../../lib/messages/palette.ts';
import { App } from './App.tsx';
import { createPaletteConnection } from './connection.ts';

// Typed, not imported: the module of the contract brings the schema library, which only the worker needs.
const PORT: typeof PALETTE_PORT = 'palette';

const connection = lineOfFrame(PORT, createPaletteConnection);
if (connection !== null) mount(<App connection={connection} />);
