import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDrawerConnection, type DrawerPort } from '../../../entrypoints/drawer/connection.ts';
import type { DrawerPush, DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';

const TOKEN = 't'.repeat(43);
const SESSION = 's'.repeat(43);
const snapshot = { busy: false } as DrawerSnapshot;

class FakePort implements DrawerPort {
  readonly sent: DrawerRequest[] = [];
  disconnected = false;
  #heard: ((message: unknown) => void)[] = [];
  #dropped: (() => void)[] = [];
  readonly onMessage = {
    addListener: (hear: (message: unknown) => void) => void this.#heard.push(hear),
  };
  readonly onDisconnect = { addListener: (drop: () => void) => void this.#dropped.push(drop) };
  postMessage = (message: DrawerRequest) => void this.sent.push(message);
  disconnect = () => void (this.disconnected = true);
  push(message: DrawerPush) {
    for (const hear of this.#heard) hear(message);
  }
  drop() {
    for (const drop of this.#dropped) drop();
  }
}

let ports: FakePort[];
let visible: boolean;
let failsToOpen: boolean;
let extensionThere: boolean;
const onSessionLost = vi.fn();

const connect = () =>
  createDrawerConnection({
    openPort: () => {
      if (failsToOpen) throw new Error('Extension context invalidated.');
      const port = new FakePort();
      ports.push(port);
      return port;
    },
    isVisible: () => visible,
    isExtensionThere: () => extensionThere,
    onSessionLost,
  });

const port = (at = -1): FakePort => {
  const found = ports.at(at);
  if (found === undefined) throw new Error('no port was opened');
  return found;
};

function welcomed() {
  const connection = connect();
  connection.redeem(TOKEN);
  port().push({ type: 'welcome', session: SESSION, invoiceId: '7' });
  return connection;
}

beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  visible = true;
  failsToOpen = false;
  extensionThere = true;
  onSessionLost.mockClear();
});
afterEach(() => vi.useRealTimers());

test('it opens no port before a token came, and shows nothing before the welcome', () => {
  const connection = connect();
  connection.wake();
  expect(ports).toHaveLength(0);
  connection.redeem(TOKEN);
  expect(port().sent).toEqual([{ verb: 'redeem', token: TOKEN }]);
  expect(connection.getState().phase).toBe('silent');
});

test('a dropped port resumes its session one second later', () => {
  const connection = welcomed();
  port().drop();
  expect(connection.getState()).toMatchObject({ phase: 'open', connected: false });
  vi.advanceTimersByTime(999);
  expect(ports).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(port().sent).toEqual([{ verb: 'resume', session: SESSION }]);
  port().push({ type: 'welcome', session: SESSION, invoiceId: '7' });
  expect(connection.getState().connected).toBe(true);
});

test('hidden, it waits until it is seen again', () => {
  const connection = welcomed();
  visible = false;
  port().drop();
  vi.advanceTimersByTime(60_000);
  expect(ports).toHaveLength(1);
  visible = true;
  connection.wake();
  expect(ports).toHaveLength(2);
});

test('becoming visible while connected opens no second port', () => {
  const connection = welcomed();
  connection.wake();
  expect(ports).toHaveLength(1);
});

test('a port that cannot be opened any more says that the extension is gone, and stops trying', () => {
  const connection = welcomed();
  failsToOpen = true;
  port().drop();
  expect(connection.getState()).toMatchObject({ connected: false, orphaned: false });
  vi.advanceTimersByTime(1000);
  expect(connection.getState()).toMatchObject({ connected: false, orphaned: true });
  failsToOpen = false;
  vi.advanceTimersByTime(60_000);
  expect(ports).toHaveLength(1);
});

test('dropped by an extension that was updated, it says so at once', () => {
  const connection = welcomed();
  extensionThere = false;
  port().drop();
  expect(connection.getState()).toMatchObject({ connected: false, orphaned: true });
  vi.advanceTimersByTime(60_000);
  expect(ports).toHaveLength(1);
});

test('what is asked while there is no port is dropped, never sent later', () => {
  const connection = welcomed();
  port().drop();
  connection.send({ verb: 'confirm', planId: 'p', choices: {} });
  vi.advanceTimersByTime(5000);
  expect(ports.flatMap(({ sent }) => sent.map(({ verb }) => verb))).toEqual(['redeem', 'resume']);
});

test('a refused frame forgets everything and does not ask again', () => {
  const connection = connect();
  connection.redeem(TOKEN);
  port().push({ type: 'refused' });
  port().drop();
  vi.advanceTimersByTime(60_000);
  expect(connection.getState()).toMatchObject({ phase: 'refused', snapshot: null });
  expect(ports).toHaveLength(1);
  expect(onSessionLost).not.toHaveBeenCalled();
});

test('a session that the worker lost closes the drawer', () => {
  const connection = welcomed();
  port().push({ type: 'snapshot', snapshot });
  port().drop();
  vi.advanceTimersByTime(1000);
  port().push({ type: 'refused' });
  expect(onSessionLost).toHaveBeenCalledOnce();
  expect(connection.getState()).toMatchObject({ phase: 'refused', snapshot: null });
});

test('another token starts over, and the old port is heard no more', () => {
  const connection = welcomed();
  port().push({ type: 'snapshot', snapshot });
  const old = port();
  connection.redeem('u'.repeat(43));
  expect(old.disconnected).toBe(true);
  expect(connection.getState()).toMatchObject({ phase: 'silent', snapshot: null });
  old.push({ type: 'snapshot', snapshot });
  expect(connection.getState().snapshot).toBeNull();
});
