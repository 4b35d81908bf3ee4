import { createCertificate } from '../http/certificate.ts';
import { listen } from '../http/listen.ts';

/** A page that has nothing to do with IXC. */
export function ordinaryPage(status = 200): Response {
  return new Response(
    `<!DOCTYPE html>
<html lang="pt-br"><head><meta charset="utf-8"><title>Padaria Exemplo</title></head>
<body><h1>Padaria Exemplo</h1><p>Pão quentinho a toda hora.</p>
<table><tr><td>ID</td><td>Vencimento</td><td>Valor</td></tr></table></body></html>`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}

export interface OrdinarySite {
  readonly httpUrl: string;
  readonly httpsUrl: string;
  readonly ports: { readonly http: number; readonly https: number };
  readonly close: () => Promise<void>;
}

/**
 * Starts a site that is no IXC panel.
 *
 * @param options.catchAll answers its page with 200 under every path, as many sites do; otherwise
 *   only `/` exists.
 */
export async function startOrdinarySite(
  options: { readonly catchAll?: boolean } = {},
): Promise<OrdinarySite> {
  const fetch = (request: Request) => {
    const found = options.catchAll === true || new URL(request.url).pathname === '/';
    return ordinaryPage(found ? 200 : 404);
  };
  const certificate = await createCertificate(['padaria.example', 'localhost', '127.0.0.1']);
  const http = await listen({ fetch });
  const https = await listen({ fetch, certificate });
  return {
    httpUrl: http.url,
    httpsUrl: https.url,
    ports: { http: http.port, https: https.port },
    async close() {
      await Promise.all([http.close(), https.close()]);
    },
  };
}
