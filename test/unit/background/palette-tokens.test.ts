import { expect, test } from 'vitest';
import { createFrameDoor } from '../../../entrypoints/background/frame-door.ts';
import { createDrawerTokens } from '../../../lib/messages/drawer-tokens.ts';
import { createFrameTokens } from '../../../lib/messages/frame-tokens.ts';
import {
  paletteRequest,
  type PalettePush,
  type PaletteRequest,
} from '../../../lib/messages/palette.ts';
import { memoryStorage } from '../settings/memory-storage.ts';

const ORIGIN = 'https://painel.provedor.example';
const TAB = { tabId: 7, origin: ORIGIN };
const options = () => ({
  session: memoryStorage(),
  now: () => 1_800_000_000_000,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
});

test('a token of the drawer opens no palette, and one of the palette no drawer', async () => {
  const kept = options();
  const drawers = createDrawerTokens(kept);
  const palettes = createFrameTokens('palette:tokens', kept);
  const frame = { tabId: 7, frameId: 3 };
  expect(await palettes.redeem(await drawers.issue({ ...TAB, invoiceId: '1' }), frame)).toBeNull();
  expect(await drawers.redeem(await palettes.issue({ ...TAB, subject: '' }), frame)).toBeNull();
});

/** What a frame in this tab is told, that says these things one after another. */
async function told(tabId: number, ...messages: readonly unknown[]): Promise<readonly string[]> {
  const tokens = createFrameTokens('palette:tokens', options());
  const token = await tokens.issue({ ...TAB, subject: '' });
  const began: PaletteRequest[] = [];
  const door = createFrameDoor<PaletteRequest, PalettePush, { session: string; origin: string }>({
    classify: async () => ({ kind: 'drawer', tabId, frameId: 3 }),
    isAuthorisedPanel: async () => true,
    tokens,
    read: (message) => paletteRequest.safeParse(message).data ?? null,
    welcome: ({ session }) => ({ type: 'welcome', session }),
    begin: () => ({ handle: async (request) => void began.push(request), close: () => undefined }),
  });
  const heard: string[] = [];
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const port = {
    sender: {},
    postMessage: ({ type }: PalettePush) => void heard.push(type),
    disconnect: () => void heard.push('disconnected'),
    onMessage: event,
    onDisconnect: event,
  };
  const said = messages.map((one) => (one === 'its token' ? { verb: 'redeem', token } : one));
  door.connect(port as unknown as Parameters<typeof door.connect>[0], said);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return [...heard, ...began.map(({ verb }) => verb)];
}

const SEARCH = { verb: 'search', turn: 1, text: 'Maria' };

test('a frame with its token is let in, and then heard', async () => {
  expect(await told(7, 'its token', SEARCH)).toEqual(['welcome', 'search']);
});

test.each([
  ['in another tab', 8, ['its token', SEARCH]],
  ['with a guess', 7, [{ verb: 'redeem', token: 'A'.repeat(43) }, SEARCH]],
  ['without any', 7, [SEARCH]],
  ['that says what nobody says', 7, [{ verb: 'confirm', planId: 'x', choices: {} }]],
] as const)('a frame %s is put out, and nothing of it is heard', async (_, tabId, messages) => {
  expect(await told(tabId, ...messages)).toEqual(['refused', 'disconnected']);
});
