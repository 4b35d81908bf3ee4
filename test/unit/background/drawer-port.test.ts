import { describe, expect, it, vi } from 'vitest';
import { createDrawerDoor, type DrawerHouse } from '../../../entrypoints/background/drawer-port.ts';
import type { DrawerPush } from '../../../lib/messages/drawer.ts';
import { createWorkbench, ORIGIN } from '../engine/workbench.ts';

// Loaded for real it would find no browser, and leave none to the files after this one.
vi.mock('wxt/browser', () => import('./browser-stub.ts'));

const GRANT = { origin: ORIGIN, invoiceId: '1001', session: 's'.repeat(43) };

/** A `runtime.Port` whose other end is the test. */
function fakePort() {
  const heard: DrawerPush[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const event = <L>(add: (listener: L) => void) => ({
    addListener: add,
    removeListener: () => undefined,
    hasListener: () => false,
    hasListeners: () => false,
  });
  return {
    heard,
    connected: true,
    say: (message: unknown) => listeners.forEach((listener) => listener(message)),
    sender: { id: 'ponte' },
    postMessage: (push: DrawerPush) => void heard.push(push),
    disconnect() {
      this.connected = false;
    },
    onMessage: event((listener: (message: unknown) => void) => void listeners.push(listener)),
    onDisconnect: event(() => undefined),
  };
}

async function openDrawer() {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  const authorised = new Set([ORIGIN]);
  const house: DrawerHouse = {
    tokens: { redeem: async () => GRANT, resume: async () => GRANT },
    classify: async () => ({ kind: 'drawer', tabId: 1, frameId: 2 }),
    isAuthorisedPanel: async (origin) => authorised.has(origin),
    operators: { of: () => Promise.resolve(null) },
    drawer: { engine: ports, runner, openOptions: () => Promise.resolve() },
  };
  const door = createDrawerDoor(house);
  const port = fakePort();
  door.connect(port as unknown as Parameters<typeof door.connect>[0], [
    { verb: 'redeem', token: 'a'.repeat(43) },
  ]);
  return { bench, ports, authorised, door, port };
}

const named = (push: DrawerPush) =>
  push.type === 'snapshot' && push.snapshot.customer !== null ? push : null;

/** However long it takes: on a busy machine a reading lasts longer than the second that `waitFor` allows. */
const shown = ({ heard }: ReturnType<typeof fakePort>) =>
  expect.poll(() => heard.some(named)).toBe(true);

describe('an open drawer', () => {
  it('is put out when its panel is authorised no longer, and hears nothing after', async () => {
    const { ports, authorised, door, port } = await openDrawer();
    await shown(port);
    authorised.clear();
    await door.recheck();
    expect(port.heard.at(-1)).toEqual({ type: 'refused' });
    expect(port.connected).toBe(false);

    const before = port.heard.length;
    ports.events.changed({ providerKey: '11222333000181', invoiceId: '1001' });
    await door.recheck();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(port.heard).toHaveLength(before);
  });

  it('is put out, too, when that happens while it is being let in', async () => {
    const { authorised, door, port } = await openDrawer();
    const rechecked = door.recheck();
    authorised.clear();
    await rechecked;
    expect(port.heard.at(-1)).toEqual({ type: 'refused' });
    expect(port.heard.some(named)).toBe(false);
  });

  it('of a panel that stays is left alone', async () => {
    const { authorised, door, port } = await openDrawer();
    await shown(port);
    authorised.add('https://outro.provedor.example');
    await door.recheck();
    expect(port.heard.some(({ type }) => type === 'refused')).toBe(false);
    expect(port.connected).toBe(true);
  });
});
