import {
  createServer as createHttpServer,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Certificate } from './certificate.ts';

/** What had been sent when a connection broke in the middle of an answer. */
export interface PartialAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The part of the body that got through; `content-length` promises more. */
  readonly body: string;
}

/** Thrown by a fetch handler to break the connection, without an answer or in the middle of it. */
export class DroppedConnection extends TypeError {
  override readonly name = 'DroppedConnection';
  readonly partial: PartialAnswer | undefined;

  constructor(partial?: PartialAnswer) {
    // The words that a fetch client sees for a reset connection.
    super('fetch failed');
    this.partial = partial;
  }
}

/** A server that is listening on the loopback interface. */
export interface Listening {
  readonly port: number;
  /** `http(s)://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  /** Ends every open connection and frees the port. */
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  /** Answers one request; a Hono app's `fetch` fits. Throwing `DroppedConnection` resets the socket. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** With it the server speaks HTTPS, without it HTTP. */
  readonly certificate?: Certificate;
  /**
   * Default true. Browsers send a request again by themselves, a POST too, when a connection that
   * they reused breaks before any answer; on a connection of its own no request is ever sent twice.
   */
  readonly reuseConnections?: boolean;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

/** Serves a fetch handler on 127.0.0.1, by default on a free port. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { certificate } = options;
  const listener = getRequestListener(
    async (request, env) => {
      try {
        return await options.fetch(request);
      } catch (error) {
        if (!(error instanceof DroppedConnection)) throw error;
        drop((env as HttpBindings).outgoing, error.partial);
        return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
      }
    },
    { overrideGlobalObjects: false },
  );
  const onRequest: RequestListener = (incoming, outgoing) => {
    if (options.reuseConnections === false) outgoing.shouldKeepAlive = false;
    void listener(incoming, outgoing);
  };
  const server =
    certificate === undefined
      ? createHttpServer(onRequest)
      : createHttpsServer({ key: certificate.key, cert: certificate.cert }, onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return {
    port: address.port,
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}

function drop(outgoing: ServerResponse, partial: PartialAnswer | undefined): void {
  if (partial === undefined) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(partial.status, partial.headers);
  outgoing.write(partial.body, () => outgoing.destroy());
}
