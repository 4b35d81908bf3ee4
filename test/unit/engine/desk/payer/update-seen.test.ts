import { describe, expect, it } from 'vitest';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { SANDBOX_KEY, type Fault } from '../../../../emulators/asaas/index.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { letPass } from '../../workbench.ts';
import { PUT, recordOf, staleDrawer, updatesOf } from './stale-payer.ts';

const LOST: Fault = { kind: 'drop-before-commit' };

/** IXC's e-mail is taken, and the request that takes it is lost. */
async function lostUpdate() {
  const at = await staleDrawer();
  const { desk } = await at.ready();
  const { payerId } = at;
  const seen = desk.payer?.seen ?? '';
  at.bench.asaas.addFault({ ...PUT, fault: LOST });
  await at.session.handle({ verb: 'payer-update', payerId, fields: ['email'], seen });
  await at.runner.run();
  return at;
}

describe('what a person chose between, once a request for it was lost', () => {
  it('is asked for again where both sides are as they were', async () => {
    const at = await lostUpdate();
    await letPass(at.bench, [at.runner], 10);
    expect(recordOf(at.bench, at.payerId).email).toBe('maria@cliente.example');
  });

  it('is asked anew where Asaas has a third value by then', async () => {
    const at = await lostUpdate();
    const url = `https://api-sandbox.asaas.com/v3/customers/${at.payerId}`;
    const headers = { access_token: SANDBOX_KEY, 'content-type': 'application/json' };
    const body = JSON.stringify({ email: 'terceiro@cliente.example' });
    await at.bench.asaasHandle(new Request(url, { method: 'PUT', headers, body }));
    await letPass(at.bench, [at.runner], 10);
    expect(recordOf(at.bench, at.payerId).email).toBe('terceiro@cliente.example');
    expect(await updatesOf(at.ports)).toMatchObject([{ state: 'blocked' }]);
  });

  it('is asked anew where IXC has a third value by then', async () => {
    const at = await lostUpdate();
    at.bench.ixc.customer = { ...at.bench.ixc.customer, email: 'de-outra-pessoa@x.example' };
    await letPass(at.bench, [at.runner], 10);
    expect(recordOf(at.bench, at.payerId).email).toBe('velho@cliente.example');
    expect(await updatesOf(at.ports)).toMatchObject([{ state: 'blocked' }]);
  });
});

describe('a second wish for the payer of an update that waits', () => {
  it('is not dropped in silence', async () => {
    const at = await staleDrawer();
    const { desk } = await at.ready();
    const { payerId } = at;
    const seen = desk.payer?.seen ?? '';
    await writePaused(at.ports.ledger, true);
    await at.session.handle({ verb: 'payer-update', payerId, fields: [], seen });
    await at.session.handle({ verb: 'payer-update', payerId, fields: ['email'], seen });
    const shown = await at.until((now) => now.desk.payer?.failure !== null);
    expect(shown.desk.payer?.failure).toEqual({ code: 'plan-outdated' });
    expect(await updatesOf(at.ports)).toHaveLength(1);
  });

  it('finds that update in the drawer of the customer’s other invoice', async () => {
    const at = await staleDrawer();
    const { desk } = await at.ready();
    const { payerId, bench, ports, runner } = at;
    const seen = desk.payer?.seen ?? '';
    await writePaused(ports.ledger, true);
    await at.session.handle({ verb: 'payer-update', payerId, fields: ['email'], seen });
    bench.ixc.invoice = { ...bench.ixc.invoice, id: '1002' };
    const other = openDrawerOf({ engine: ports, runner }, '1002');
    const shown = await other.ready();
    const [update] = await updatesOf(ports);
    expect(shown.desk.payer?.job).toMatchObject({ id: update?.id, paused: true });
  });
});
