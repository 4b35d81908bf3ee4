import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import type { PanelSettings } from '../../../../lib/settings/settings.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account } from '../../../fixtures/settings.ts';
import { planNow } from '../readings.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';
import { withAnotherAccount } from './other-account.ts';

function routed(bench: Workbench, change: Partial<PanelSettings>): void {
  bench.configure((settings) => ({
    ...settings,
    panels: settings.panels.map((panel) => ({ ...panel, ...change })),
  }));
}

describe('the account of an invoice', () => {
  it('is the one that its carteira is routed to', async () => {
    const bench = createWorkbench();
    const another = withAnotherAccount(bench);
    bench.configure((settings) => ({ ...settings, accounts: [account, another.account] }));
    const routes = [{ filialId: null, carteiraId: '5', accountId: another.account.id }];
    routed(bench, { routes });
    const { ports } = await bench.browser().worker({ asaas: another.asaas });
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'new',
      draft: { accountId: another.account.id },
    });
    bench.ixc.invoice = { ...bench.ixc.invoice, carteiraId: '6' };
    expect(await planNow(bench, ports)).toMatchObject({ draft: { accountId: account.id } });
  });

  it('is none where nobody said which, and then nothing is sent', async () => {
    const bench = createWorkbench();
    const routes = [{ filialId: '2', carteiraId: null, accountId: account.id }];
    routed(bench, { accountId: null, routes });
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'no-account' }],
    });
  });

  it('that is another at the request than at the confirmation stops the job', async () => {
    const bench = createWorkbench();
    const another = withAnotherAccount(bench);
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    bench.configure((settings) => ({ ...settings, accounts: [account, another.account] }));
    routed(bench, { routes: [{ filialId: '1', carteiraId: null, accountId: another.account.id }] });
    await runner.run();
    await letPass(bench, [runner], 2);
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { state: 'blocked', failure: { code: 'changed-since-confirmation' } },
    ]);
  });

  it('of another CNPJ than the filial’s is warned of, and the filiais are read once a day', async () => {
    const bench = createWorkbench();
    bench.ixc.filiais = [{ id: '1', name: 'Filial Exemplo', document: '11444777000161' }];
    let asked = 0;
    const { ports } = await bench.browser().worker({
      ixc: bench.reading({
        filiais: () => {
          asked += 1;
          return Promise.resolve({ ok: true, value: bench.ixc.filiais });
        },
      }),
    });
    const warned = { warnings: [{ code: 'account-document-differs' }, {}] };
    expect(await planNow(bench, ports)).toMatchObject(warned);
    expect(await planNow(bench, ports)).toMatchObject(warned);
    expect(asked).toBe(1);
    await bench.clock.advance(25 * 60 * 60_000);
    await planNow(bench, ports);
    expect(asked).toBe(2);
  });

  it('is not doubted when the filiais may not be read', async () => {
    const bench = createWorkbench();
    const { ports } = await bench.browser().worker({
      ixc: bench.reading({
        filiais: () => Promise.resolve({ ok: false, error: { kind: 'unsupported' } }),
      }),
    });
    const plan = await planNow(bench, ports);
    expect(plan).toMatchObject({ kind: 'new', warnings: [{ code: 'payer-will-be-created' }] });
  });
});

describe('the carteiras that are marked', () => {
  it('are the only ones that are sent, once any is', async () => {
    const bench = createWorkbench();
    const { ports } = await bench.browser().worker();
    routed(bench, { carteiras: ['7'] });
    expect(await planNow(bench, ports)).toMatchObject({
      reasons: [{ code: 'carteira-not-marked', params: { carteira: '5' } }],
    });
    routed(bench, { carteiras: ['5', '7'] });
    expect((await planNow(bench, ports)).kind).toBe('new');
  });
});

describe('what the settings say of new charges', () => {
  it('is on the charge: its terms and its description', async () => {
    const bench = createWorkbench();
    bench.configure((settings) => ({
      ...settings,
      sending: {
        ...settings.sending,
        description: '{provedor} · contrato {contrato} · título {titulo}',
        terms: {
          finePercent: 2,
          interestPercentMonth: 1,
          discount: { kind: 'fixed', amount: 250, daysBefore: 3 },
          registrationDays: 60,
        },
      },
    }));
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports, { billingType: 'BOLETO' });
    await runner.run();
    const [post] = bench.posts();
    expect(post?.body).toMatchObject({
      description: expect.stringMatching(
        /^Provedor Exemplo · contrato 9 · título 1001 #\w{5}$/,
      ) as string,
      fine: { value: 2 },
      interest: { value: 1 },
      discount: { value: 2.5, dueDateLimitDays: 3, type: 'FIXED' },
      daysAfterDueDateToRegistrationCancellation: 60,
    });
  });

  it('leaves the account’s own terms alone where it says nothing', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await runner.run();
    const body = bench.posts()[0]?.body;
    for (const term of ['fine', 'interest', 'discount']) expect(body).not.toHaveProperty(term);
  });
});

describe('a registration elsewhere', () => {
  it('is overridden by the finance role, and the audit says why', async () => {
    const bench = createWorkbench();
    bench.ixc.invoice = { ...bench.ixc.invoice, registeredElsewhere: ['nn_boleto'] };
    const { ports, runner } = await bench.browser().worker();
    const choices = { overrideReason: ' baixado no banco ' };
    expect((await planNow(bench, ports, choices)).kind).toBe('blocked');
    bench.configure((settings) => ({
      ...settings,
      security: { ...settings.security, role: 'finance' },
    }));
    await bench.confirm(ports, choices);
    await runner.run();
    expect(bench.live()).toHaveLength(1);
    const lines = await ports.ledger.audit.toArray();
    expect(lines.find(({ action }) => action === 'charge.intent')?.detail).toMatchObject({
      override: 'baixado no banco',
      registered: 'nn_boleto',
    });
  });

  it('of another kind than the one that was shown is not covered by the override', async () => {
    const bench = createWorkbench();
    bench.configure((settings) => ({
      ...settings,
      security: { ...settings.security, role: 'finance' },
    }));
    bench.ixc.invoice = { ...bench.ixc.invoice, registeredElsewhere: ['nn_boleto'] };
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports, { overrideReason: 'baixado no banco' });
    bench.ixc.invoice = { ...bench.ixc.invoice, registeredElsewhere: ['nn_boleto', 'pix_txid'] };
    await runner.run();
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { failure: { code: 'changed-since-confirmation' } },
    ]);
  });
});

describe('what was renegotiated into an invoice', () => {
  it('stops it where the source cannot read it, and names the charge where it can', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await runner.run();
    await letPass(bench, [runner], 12);
    const old = bench.ixc.invoice;
    bench.ixc.invoice = {
      ...old,
      id: '2002',
      open: cents(5_000),
      bornFromRenegotiation: '88',
    };
    const unread = await bench.browser().worker({
      ixc: bench.reading({
        closedByRenegotiation: () => Promise.resolve({ ok: false, error: { kind: 'unsupported' } }),
      }),
    });
    expect(await planNow(bench, unread.ports, {}, '2002')).toMatchObject({
      reasons: [{ code: 'predecessors-unread' }],
    });
    bench.ixc.predecessors = [{ ...old, renegotiated: true }];
    expect(await planNow(bench, ports, {}, '2002')).toMatchObject({
      reasons: [
        {
          code: 'predecessor-replaceable',
          params: { charge: bench.asaas.charges(`ixc:${KEY}:1001`)[0]?.id, invoice: '1001' },
        },
      ],
    });
  });
});
