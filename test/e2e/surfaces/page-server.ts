import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { BuiltPages } from './built-pages.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Stands for the panel: frames a page and hands over the token, as the content script does. */
const hostOf = (
  framed: string,
) => `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>painel</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe src="${framed}" allow="clipboard-write" title="Ponte"></iframe>
<script>
  window.heard = [];
  addEventListener('message', (event) => heard.push(event.data));
  const frame = document.querySelector('iframe');
  frame.addEventListener('load', () =>
    frame.contentWindow.postMessage({ ixa: 'token', token: 't'.repeat(43) }, '*'));
</script></html>`;

/** Pages that frame another one. */
const HOSTS: Readonly<Record<string, string>> = {
  '/host.html': hostOf('/drawer.html'),
  '/palette-host.html': hostOf('/palette.html'),
};

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built pages under the CSP of the manifest, on a free local port. */
export async function servePages({ dir, csp }: BuiltPages): Promise<PageServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const host = HOSTS[path];
    if (host !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(host);
      return;
    }
    readFile(join(dir, normalize(path))).then(
      (body) => {
        response.setHeader('content-security-policy', csp);
        response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
