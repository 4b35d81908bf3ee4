import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPaletteConnection } from '../../../entrypoints/palette/connection.ts';
import { createPaletteDesk } from '../../../entrypoints/palette/desk.ts';
import type { CopyOutcome, PalettePush, PaletteRequest } from '../../../lib/messages/palette.ts';

const NOBODY = { clients: [], hasMore: false, failure: null };
const SESSION = 's'.repeat(43);

let sent: { readonly verb: string; readonly turn?: number }[];
let push: (message: PalettePush) => void;
let drop: () => void;
let copied: string[];
let isAllowed: boolean;

function open() {
  const line = createPaletteConnection({
    openPort: () => ({
      postMessage: (message: PaletteRequest) => void sent.push(message),
      disconnect: () => undefined,
      onMessage: { addListener: (hear) => void (push = hear) },
      onDisconnect: { addListener: (hear) => void (drop = hear) },
    }),
    isVisible: () => true,
    isExtensionThere: () => true,
    onSessionLost: () => undefined,
  });
  const desk = createPaletteDesk(line, async (text) => {
    if (isAllowed) copied.push(text);
    return isAllowed;
  });
  line.redeem('t'.repeat(43));
  push({ type: 'welcome', session: SESSION });
  return desk;
}

const last = () => sent.at(-1)?.turn ?? -1;
const settle = () => vi.advanceTimersByTimeAsync(0);
const PIX = { about: 'invoice', id: '7', what: 'pix' } as const;
const copiedAs = async (outcome: CopyOutcome) => {
  push({ type: 'copied', turn: last(), outcome });
  await settle();
};

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  copied = [];
  isAllowed = true;
});
afterEach(() => vi.useRealTimers());

test('letters that follow each other are one search, a quarter of a second after the last', async () => {
  const desk = open();
  for (const text of ['m', 'ma', 'mar']) {
    desk.type(text);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(sent.filter(({ verb }) => verb === 'search')).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(sent.at(-1)).toEqual({ verb: 'search', turn: 1, text: 'mar' });
  expect(desk.getState().isSearching).toBe(true);
});

test('results of an older text are neither kept nor shown when they come late', async () => {
  const desk = open();
  desk.type('maria');
  await vi.advanceTimersByTimeAsync(250);
  const first = last();
  push({ type: 'results', turn: first, results: NOBODY });
  expect(desk.getState().results).toEqual(NOBODY);
  desk.type('mariana');
  expect(desk.getState().results).toBeNull();
  push({ type: 'results', turn: first, results: { ...NOBODY, hasMore: true } });
  expect(desk.getState().results).toBeNull();
  await vi.advanceTimersByTimeAsync(250);
  push({ type: 'results', turn: first, results: { ...NOBODY, hasMore: true } });
  expect(desk.getState().results).toBeNull();
  push({ type: 'results', turn: last(), results: NOBODY });
  expect(desk.getState()).toMatchObject({ results: NOBODY, isSearching: false });
});

test('a code goes to the clipboard and is said; only the answer to the last question counts', async () => {
  const desk = open();
  desk.want({ ...PIX, id: '6' });
  const first = last();
  desk.want(PIX);
  push({ type: 'copied', turn: first, outcome: { text: 'of another invoice', left: 0 } });
  await settle();
  expect(copied).toEqual([]);
  await copiedAs({ text: 'the code', left: 0 });
  expect(copied).toEqual(['the code']);
  expect(desk.getState()).toMatchObject({ busy: null, said: { kind: 'done', wanted: PIX } });
});

test('what the browser does not let through waits for another press, and asks nobody again', async () => {
  const desk = open();
  isAllowed = false;
  desk.want(PIX);
  await copiedAs({ text: 'the code', left: 0 });
  expect(desk.getState().said).toMatchObject({ kind: 'again' });
  isAllowed = true;
  const before = sent.length;
  desk.want(PIX);
  await settle();
  expect([copied, sent.length]).toEqual([['the code'], before]);
});

test.each([
  [{ refused: 'not-payable' }, { kind: 'refused', refusal: 'not-payable' }],
  [{ failure: { code: 'locked' } }, { kind: 'failed', failure: { code: 'locked' } }],
  [{ opened: true, left: 0 }, { kind: 'done' }],
] as const)('%j is said and copies nothing', async (outcome, said) => {
  const desk = open();
  desk.want(PIX);
  await copiedAs(outcome);
  expect(desk.getState().said).toMatchObject(said);
  expect(copied).toEqual([]);
});

test('a vault that turned clears the screen, and the text is looked for anew', async () => {
  const desk = open();
  desk.type('maria');
  await vi.advanceTimersByTimeAsync(250);
  push({ type: 'results', turn: last(), results: NOBODY });
  push({ type: 'forget' });
  expect(desk.getState()).toMatchObject({ results: null, isSearching: true });
  expect(sent.at(-1)).toMatchObject({ verb: 'search', text: 'maria' });
});

test('a worker that died is asked again once it is back', async () => {
  const desk = open();
  desk.type('maria');
  await vi.advanceTimersByTimeAsync(250);
  push({ type: 'results', turn: last(), results: NOBODY });
  drop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.at(-1)).toEqual({ verb: 'resume', session: SESSION });
  push({ type: 'welcome', session: SESSION });
  expect(sent.at(-1)).toMatchObject({ verb: 'search', text: 'maria' });
  expect(desk.getState().isSearching).toBe(true);
});

test('a key that is pressed twice asks for one conversation', async () => {
  const desk = open();
  const whatsapp = { ...PIX, what: 'whatsapp' } as const;
  const asked = () => sent.filter(({ verb }) => verb === 'whatsapp').length;
  desk.want(whatsapp);
  desk.want(whatsapp);
  expect(asked()).toBe(1);
  await copiedAs({ opened: true, left: 0 });
  desk.want(whatsapp);
  expect(asked()).toBe(2);
});
