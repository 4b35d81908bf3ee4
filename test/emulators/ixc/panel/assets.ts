import { readFile } from 'node:fs/promises';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/**
 * A script or style of the panel's pages, which browsers keep for a minute; null when there is no such
 * file.
 */
export async function asset(name: string): Promise<Response | null> {
  const type = TYPES[name.split('.')[1] ?? ''];
  if (type === undefined || !/^[a-z-]+\.\w+$/.test(name)) return null;
  try {
    const content = await readFile(new URL(`./assets/${name}`, import.meta.url), 'utf8');
    return new Response(content, {
      headers: { 'content-type': type, 'cache-control': 'max-age=60' },
    });
  } catch {
    return null;
  }
}
