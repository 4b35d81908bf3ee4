import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectControl } from '../../../emulators/http/remote-control.ts';
import {
  KNOWN,
  startIxcEmulator,
  startOrdinarySite,
  STRICT_CSP,
  type IxcControl,
  type IxcEmulator,
} from '../../../emulators/ixc/index.ts';

let ixc: IxcEmulator;

beforeAll(async () => {
  ixc = await startIxcEmulator({
    today: '2026-03-10',
    customers: 30,
    invoices: 100,
    panel: { csp: STRICT_CSP },
  });
});

afterAll(() => ixc.close());

function statusOverHttps(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { rejectUnauthorized: false, headers: { host } };
    request(`${ixc.httpsUrl}${path}`, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the servers', () => {
  it('answer over HTTPS under any host, with a certificate that nobody trusts', async () => {
    expect(await statusOverHttps('/adm.php', '203.0.113.10:8443')).toBe(200);
    await expect(fetch(`${ixc.httpsUrl}/adm.php`)).rejects.toThrow();
  });

  it('log an operator in by themselves, or show the login when told to', async () => {
    const panel = await fetch(`${ixc.httpUrl}/adm.php`);
    expect(panel.headers.getSetCookie().join()).toContain('IXC_Session=');
    expect(panel.headers.get('content-security-policy')).toBe(STRICT_CSP);
    expect(await panel.text()).toContain('menu_item_fn_areceber');

    ixc.control.logOut();
    const login = await (await fetch(`${ixc.httpUrl}/adm.php`)).text();
    expect(login).toContain('<iframe');
    expect(login).toContain('/app/login');
    expect(login).not.toContain('menu_item_fn_areceber');
    ixc.control.logInByItself();
  });

  it('refuse the data of a grid to who is not logged in', async () => {
    const url = `${ixc.httpUrl}/aplicativo/fn_areceber/action/action.php?action=grid`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ rp: '5' }) });
    expect(await answer.text()).not.toContain('rows');
  });

  it('obey the control port from another process', async () => {
    const remote = connectControl<IxcControl>(ixc.controlUrl);
    const row = await remote.receive(KNOWN.openInvoice.id, 10_00);
    expect(row.status).toBe('P');
    await expect(remote.invoice('1')).rejects.toThrow('no fn_areceber 1');
  });
});

describe('an ordinary site', () => {
  it('has no panel and no webservice, even where it answers everything with its page', async () => {
    const plain = await startOrdinarySite();
    const greedy = await startOrdinarySite({ catchAll: true });
    try {
      expect((await fetch(`${plain.httpUrl}/adm.php`)).status).toBe(404);
      const answer = await fetch(`${greedy.httpUrl}/webservice/v1/empresa`, { method: 'POST' });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Padaria Exemplo');
    } finally {
      await Promise.all([plain.close(), greedy.close()]);
    }
  });
});
