import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIxcEmulator, type IxcEmulator } from '../../../emulators/ixc/index.ts';

const ADDRESS = 'https://203.0.113.10';
const OTHER_PORT = 'https://painel.provedor.example:8443';
const PRIVATE = 'http://192.168.88.10';

let ixc: IxcEmulator;

beforeAll(async () => {
  const origins = [ADDRESS, OTHER_PORT, PRIVATE];
  ixc = await startIxcEmulator({ customers: 30, invoices: 60, origins });
});

afterAll(() => ixc.close());

/** Who the server on that port says it is. */
function namesOf(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().subjectaltname ?? '');
      socket.end();
    }).on('error', reject);
  });
}

describe('one panel under several origins', () => {
  it('has a port of its own for each, to be mapped by host and port', () => {
    const routes = Object.values(ixc.origins).map(({ route }) => route);
    expect(routes).toEqual([
      '203.0.113.10:443',
      'painel.provedor.example:8443',
      '192.168.88.10:80',
    ]);
    const ports = Object.values(ixc.origins).map(({ port }) => port);
    expect(new Set([...ports, ixc.ports.https, ixc.ports.http]).size).toBe(5);
  });

  it('names the literal address in its certificate', async () => {
    expect(await namesOf(ixc.origins[ADDRESS]?.port ?? 0)).toContain('IP Address:203.0.113.10');
    expect(await namesOf(ixc.ports.https)).toContain('DNS:painel.provedor.example');
  });

  it('has another key for each, so that trust in one is not trust in all', () => {
    const keys = [ixc.spki, ixc.origins[ADDRESS]?.spki, ixc.origins[OTHER_PORT]?.spki];
    expect(new Set(keys).size).toBe(3);
    expect(ixc.origins[PRIVATE]?.spki).toBeNull();
  });

  it('speaks plain HTTP at a private address, about the same records', async () => {
    const panel = await fetch(`${ixc.origins[PRIVATE]?.url ?? ''}/adm.php`);
    expect(await panel.text()).toContain('menu_item_fn_areceber');
    expect(ixc.control.requests({ area: 'panel' })).toHaveLength(1);
  });
});
