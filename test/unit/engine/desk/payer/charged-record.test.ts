import { describe, expect, it } from 'vitest';
import type { PayerOverride } from '../../../../../lib/billing/payer/override.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { letPass } from '../../workbench.ts';
import { PUT, recordOf, stalePayer, updatesOf } from './stale-payer.ts';

const OTHER_CPF = '11144477735';
const TYPED: PayerOverride = { id: 'aaaa0001', email: 'so-este@envio.example' };

/** A sending to a known payer with data typed for it, confirmed while everything is paused. */
async function held(typed: PayerOverride, record: Readonly<Record<string, unknown>> = {}) {
  const { bench, payerId } = stalePayer(record);
  bench.configure((now) => ({ ...now, security: { ...now.security, role: 'finance' } }));
  const { ports, runner } = await bench.browser().worker();
  const at = openDrawerOf({ engine: ports, runner });
  await at.ready();
  const choices = { payerOverride: { id: typed.id, reason: 'cliente pediu' } };
  await at.session.handle({ verb: 'payer-override', override: typed });
  await at.session.handle({ verb: 'preview', choices });
  const { planId } = await at.until((now) => now.plan?.kind === 'new' && now.planId !== null);
  await writePaused(ports.ledger, true);
  await at.session.handle({ verb: 'confirm', planId: planId ?? '', choices });
  const goOn = async (minutes = 3) => {
    await writePaused(ports.ledger, false);
    await letPass(bench, [runner], minutes);
  };
  /** The drawer, opened anew once the invoice has its charge. */
  const shown = () =>
    openDrawerOf({ engine: ports, runner }).until(
      ({ charge, desk }) => charge !== null && desk.payer !== null,
    );
  return { bench, payerId, ports, goOn, shown };
}

describe('what goes with a sending', () => {
  it('is not written where another browser charged meanwhile, and nothing was sent here', async () => {
    const { bench, payerId, ports, goOn, shown } = await held(TYPED);
    const other = await bench.browser().worker();
    await bench.confirm(other.ports);
    await other.runner.run();
    await goOn();
    expect(bench.posts()).toHaveLength(1);
    expect(recordOf(bench, payerId).email).toBe('velho@cliente.example');
    expect(await updatesOf(ports)).toMatchObject([{ state: 'cancelled' }]);
    const { desk } = await shown();
    expect(desk.payer?.sentWith).toBeNull();
  });

  it('is written to no other record than the one that was charged', async () => {
    const { bench, payerId, ports, goOn } = await held(TYPED, { externalReference: undefined });
    const { name, document: cpfCnpj } = bench.ixc.customer;
    const { id } = bench.asaas.seedCustomer('acc_sandbox', {
      ...{ name, cpfCnpj },
      externalReference: `ixc:${KEY}:c:77`,
    });
    await goOn();
    expect(bench.live().map(({ customer }) => customer)).toEqual([id]);
    expect(bench.asaas.requests(PUT)).toEqual([]);
    expect(recordOf(bench, payerId).email).toBe('velho@cliente.example');
    expect(await updatesOf(ports)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('fills the blanks of the record that was found by a CPF typed for it', async () => {
    const { bench, payerId, ports, goOn } = await held(
      { id: 'aaaa0002', document: OTHER_CPF },
      { cpfCnpj: OTHER_CPF, externalReference: undefined },
    );
    await goOn();
    expect(await updatesOf(ports)).toMatchObject([{ state: 'done', failure: null }]);
    expect(recordOf(bench, payerId)).toMatchObject({
      cpfCnpj: OTHER_CPF,
      email: 'velho@cliente.example',
      mobilePhone: '11987654321',
    });
  });
});

describe('an update that comes too late for what was typed', () => {
  it.each([
    ['has asked for nothing', { kind: 'status', status: 429, body: '' }, 'payer-typed-over'],
    ['never heard the answer', { kind: 'status', status: 503, body: '' }, 'payer-unsure'],
  ] as const)('says nothing about the charge, which is there, when it %s', async (...args) => {
    const [, fault, code] = args;
    const { bench, payerId, ports, goOn } = await held(TYPED);
    bench.asaas.addFault({ ...PUT, fault, times: 0 });
    await goOn(40);
    expect(bench.live()).toHaveLength(1);
    expect(await updatesOf(ports)).toMatchObject([{ state: 'blocked', failure: { code } }]);
    expect(recordOf(bench, payerId).email).toBe('velho@cliente.example');
  });
});
