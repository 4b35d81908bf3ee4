import { fromBase64, toBase64 } from '../base64.ts';

/*
 * Chromium hands over no message of more than 64 MiB, and an export of 100,000 charges is larger. Its lines
 * are much alike: as gzip in base64 it is a tenth of that.
 */

/** What is longer when packed does not go into one message. Characters. */
export const MOST_PACKED = 60_000_000;

/** Three bytes are four characters: parts of such a length can be joined. */
const PART = 3 * 8192;

/** Packs a text that comes in pieces. Rejects with what the pieces reject with. */
export async function pack(pieces: AsyncIterable<string>): Promise<string> {
  const gzip = new CompressionStream('gzip');
  const [packed] = await Promise.all([base64Of(gzip.readable), feed(gzip.writable, pieces)]);
  return packed;
}

/** Packs a file. Rejects when the browser can no longer read it. */
export async function packFile(file: Blob): Promise<string> {
  return base64Of(file.stream().pipeThrough(new CompressionStream('gzip')));
}

/** The text that was packed; null for what is none. */
export async function unpack(packed: string): Promise<string | null> {
  return (await unpackFile(packed))?.text() ?? null;
}

/** The same as a file. */
export async function unpackFile(packed: string): Promise<Blob | null> {
  const bytes = fromBase64(packed);
  if (bytes === null) return null;
  try {
    const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await new Response(text).blob();
  } catch {
    // Cut off, or never packed here: whoever asked says so in its own words.
    return null;
  }
}

async function feed(to: CompressionStream['writable'], pieces: AsyncIterable<string>) {
  const writer = to.getWriter();
  const encoder = new TextEncoder();
  try {
    for await (const piece of pieces) await writer.write(encoder.encode(piece));
    await writer.close();
  } catch (reason) {
    await writer.abort(reason);
    throw reason;
  }
}

async function base64Of(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(toBase64(bytes.subarray(at, at + PART)));
  }
  return parts.join('');
}
