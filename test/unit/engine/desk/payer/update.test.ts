import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import { sendAtOnce } from '../../../../../lib/engine/panel/one-click.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { SANDBOX_KEY } from '../../../../emulators/asaas/index.ts';
import { letPass, ORIGIN } from '../../workbench.ts';
import { confirmShown, PUT, recordOf, staleDrawer, stalePayer, updatesOf } from './stale-payer.ts';

describe('a sending to a payer whose record is old', () => {
  it('fills what is blank at Asaas beside the charge, and nothing else', async () => {
    const at = await staleDrawer();
    await confirmShown(at);
    expect(at.bench.live()).toMatchObject([{ customer: at.payerId }]);
    const asked = at.bench.asaas.requests(PUT).map(({ body }) => body);
    expect(asked).toEqual([
      { mobilePhone: '11987654321', postalCode: '01310000', province: 'Centro' },
    ]);
    expect(recordOf(at.bench, at.payerId)).toMatchObject({
      email: 'velho@cliente.example',
      mobilePhone: '11987654321',
    });
    expect(await updatesOf(at.ports)).toMatchObject([{ state: 'done', fields: [] }]);
  });

  it('asks Asaas for nothing where both agree', async () => {
    const same = { email: 'maria@cliente.example', mobilePhone: '11987654321' };
    const at = await staleDrawer({ ...same, postalCode: '01310000', province: 'centro' });
    await confirmShown(at);
    expect(at.bench.live()).toHaveLength(1);
    expect(await updatesOf(at.ports)).toEqual([]);
  });

  it('by one click fills the blanks too', async () => {
    const { bench } = stalePayer({ notificationDisabled: true });
    bench.configure((now) => ({ ...now, sending: { ...now.sending, oneClick: true } }));
    const { ports, runner } = await bench.browser().worker();
    expect(await sendAtOnce(ports, ORIGIN, '1001')).toBe(true);
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(1);
    expect(await updatesOf(ports)).toMatchObject([{ state: 'done' }]);
  });

  it('by one click does not happen where the names disagree', async () => {
    const { bench } = stalePayer({ name: 'Outra Pessoa Exemplo' });
    bench.configure((now) => ({ ...now, sending: { ...now.sending, oneClick: true } }));
    const { ports } = await bench.browser().worker();
    expect(await sendAtOnce(ports, ORIGIN, '1001')).toBe(false);
    expect(await ports.ledger.jobs.count()).toBe(0);
  });
});

describe('a difference that a person is asked about', () => {
  it('becomes IXC’s value only where that was chosen, name included', async () => {
    const at = await staleDrawer({ name: 'M. E. da Silva' });
    await at.ready();
    await at.session.handle({ verb: 'preview', choices: { payerId: at.payerId } });
    const { desk } = await at.until((shown) => shown.plan?.kind === 'new');
    expect(desk.payer?.differences.map(({ field, kind }) => [field, kind])).toEqual([
      ['name', 'differs'],
      ['email', 'differs'],
      ['mobilePhone', 'blank'],
      ['postalCode', 'blank'],
      ['district', 'blank'],
    ]);
    const { payerId } = at;
    await at.update(['name']);
    await letPass(at.bench, [at.runner], 2);
    expect(recordOf(at.bench, payerId)).toMatchObject({
      name: 'Maria Exemplo da Silva',
      email: 'velho@cliente.example',
      mobilePhone: '11987654321',
    });
  });

  it('is gone from the drawer once the update was carried out', async () => {
    const at = await staleDrawer();
    await at.update(['email']);
    await letPass(at.bench, [at.runner], 2);
    const shown = await at.until((now) => now.desk.payer?.differences.length === 0);
    expect(shown.desk.payer?.job).toMatchObject({ state: 'done' });
  });

  it('is not decided by what is no longer on screen', async () => {
    const at = await staleDrawer();
    await at.update(['email'], 'another-mark');
    expect((await at.ready()).desk.payer?.failure).toEqual({ code: 'plan-outdated' });
    expect(await updatesOf(at.ports)).toEqual([]);
  });

  it('is asked anew where IXC says something else by the time of the request', async () => {
    const at = await staleDrawer();
    await at.ready();
    await writePaused(at.ports.ledger, true);
    await at.update(['email']);
    at.bench.ixc.customer = { ...at.bench.ixc.customer, email: 'terceiro@cliente.example' };
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 2);
    expect(await updatesOf(at.ports)).toMatchObject([
      { state: 'blocked', failure: { code: 'payer-changed' } },
    ]);
    expect(at.bench.asaas.requests(PUT)).toEqual([]);
  });

  it('leaves no value of anybody in jobs or audit', async () => {
    const at = await staleDrawer();
    const { payerId } = at;
    await at.update(['email']);
    await letPass(at.bench, [at.runner], 2);
    expect(recordOf(at.bench, payerId).email).toBe('maria@cliente.example');
    const audit = await at.ports.ledger.audit.toArray();
    const text = JSON.stringify([audit, await at.ports.ledger.jobs.toArray()]);
    expect(text).not.toMatch(/@|98765|Maria|529982/);
    expect(audit.map(({ action }) => action)).toEqual([
      'job.payer-queued',
      'payer.change-intent',
      'payer.changed',
      'job.done',
    ]);
    expect(audit[1]?.detail).toEqual({
      payer: payerId,
      fields: 'email, mobilePhone, postalCode, district',
    });
    expect(verifyChain(audit)).toEqual({ ok: true });
  });
});

describe('a payer that is not this customer’s', () => {
  it('by the time of the request is left alone', async () => {
    const at = await staleDrawer();
    await at.ready();
    await writePaused(at.ports.ledger, true);
    const { payerId } = at;
    await at.update(['email']);
    const url = `https://api-sandbox.asaas.com/v3/customers/${payerId}`;
    const headers = { access_token: SANDBOX_KEY, 'content-type': 'application/json' };
    const body = JSON.stringify({ externalReference: 'ixc:11222333000181:c:78' });
    await at.bench.asaasHandle(new Request(url, { method: 'PUT', headers, body }));
    at.bench.asaas.clearRequests();
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 2);
    expect(await updatesOf(at.ports)).toMatchObject([
      { state: 'blocked', failure: { code: 'payer-not-ours' } },
    ]);
    expect(at.bench.asaas.requests(PUT)).toEqual([]);
  });
});

describe('"Pausar tudo"', () => {
  it('holds the update of a payer, in the queue and with its reason', async () => {
    const at = await staleDrawer();
    await at.ready();
    await writePaused(at.ports.ledger, true);
    await at.update([]);
    await letPass(at.bench, [at.runner], 5);
    expect(at.bench.asaas.requests(PUT)).toEqual([]);
    const shown = await at.until((now) => now.desk.payer?.job?.paused === true);
    expect(shown.desk.payer?.job).toMatchObject({ kind: 'payer', cancellable: true });
    await at.session.handle({
      verb: 'cancel-payer-update',
      jobId: shown.desk.payer?.job?.id ?? '',
    });
    expect(await updatesOf(at.ports)).toMatchObject([{ state: 'cancelled' }]);
  });
});
