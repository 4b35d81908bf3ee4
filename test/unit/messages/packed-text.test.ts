import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, packFile, unpack, unpackFile } from '../../../lib/messages/packed-text.ts';

async function* piecesOf(...pieces: readonly string[]): AsyncGenerator<string> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

describe('a long text in a message', () => {
  test('comes out as it went in, whatever its pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (pieces) => {
        expect(await unpack(await pack(piecesOf(...pieces)))).toBe(pieces.join(''));
      }),
      { numRuns: 50 },
    );
  });

  test('longer than any part of it that is encoded at a time', async () => {
    const noise = Array.from({ length: 60_000 }, (_, at) => Math.sin(at).toString(36)).join('\n');
    const packed = await pack(piecesOf(noise, '\n', noise));
    expect(packed.length).toBeGreaterThan(3 * 8192);
    expect(await unpack(packed)).toBe(`${noise}\n${noise}`);
  });

  test('lines of charges become a sixth of themselves at most, so that a large export goes into one', async () => {
    const line = (at: number) =>
      `{"table":"charges","row":{"id":"pay_${(at * 2_654_435_761) % 4_294_967_296}","accountId":"sandbox:11222333000181","payerId":"cus_${at * 7919}","reference":"ixc:11222333000181:${at}","status":"RECEIVED","deleted":false,"billingType":"UNDEFINED","value":${at % 90_000},"netValue":${at % 80_000},"dueDate":"2026-11-22","createdOn":"2026-11-10","paymentDate":"2026-11-20","seenAt":${1_790_000_000_000 + at * 31}}}\n`;
    let length = 0;
    async function* lines(): AsyncGenerator<string> {
      for (let at = 0; at < 10_000; at += 1) {
        const text = line(at);
        length += text.length;
        yield text;
      }
    }
    const packed = await pack(lines());
    expect(packed.length).toBeLessThan(length / 6);
  });

  test('a file is packed and unpacked the same way', async () => {
    const packed = await packFile(new Blob(['ação\n']));
    expect(await unpack(packed)).toBe('ação\n');
    expect(await (await unpackFile(packed))?.text()).toBe('ação\n');
  });

  test.each(['no base64!', '', btoa('{"ponte":"export"}')])('"%s" is none', async (text) => {
    expect(await unpack(text)).toBeNull();
  });

  test('cut off, it is none either', async () => {
    const packed = await pack(piecesOf('a text that is long enough to be cut off somewhere'));
    expect(await unpack(packed.slice(0, 40))).toBeNull();
  });

  test('what keeps the pieces from coming is told', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield await Promise.resolve('first');
      throw new Error('the disk failed');
    }
    await expect(pack(broken())).rejects.toThrow('the disk failed');
  });
});
