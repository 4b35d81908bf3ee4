import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Routes } from './routes.ts';

export interface ConnectProxy {
  readonly port: number;
  /** `host:port`s that something asked for and that were refused. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** A CONNECT proxy that dials the local stand-ins of `routes` and refuses every other destination. */
export async function startConnectProxy(routes: Routes): Promise<ConnectProxy> {
  const open = new Set<Socket>();
  const refused: string[] = [];
  const track = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((client) => {
    track(client);
    let head = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      client.off('data', onData);
      client.pause();
      const target = /^CONNECT (\S+) HTTP/.exec(head.toString('latin1'))?.[1] ?? '';
      const port = routes[target];
      if (port === undefined) {
        refused.push(target || head.subarray(0, 80).toString('latin1'));
        client.end('HTTP/1.1 502 Refused\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const upstream = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.write(head.subarray(end + 4));
        client.pipe(upstream).pipe(client);
      });
      track(upstream);
      upstream.on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
    };
    client.on('data', onData);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
