import { describe, expect, it } from 'vitest';
import type { IxcClient } from '../../../../lib/ixc/webservice/client.types.ts';
import { rememberFiliais } from '../../../../lib/engine/send/filial-document.ts';
import { day } from '../../../fixtures/day.ts';
import { planNow } from '../readings.ts';
import { createWorkbench, ORIGIN, type Workbench } from '../workbench.ts';

const OTHER = { id: '1', name: 'Filial Exemplo', document: '11444777000161' };
const unsupported = () => Promise.resolve({ ok: false, error: { kind: 'unsupported' } } as const);
const DIFFERS = 'account-document-differs';

const warned = async (...args: Parameters<typeof planNow>) => {
  const plan = await planNow(...args);
  if (plan.kind !== 'new') throw new Error(JSON.stringify(plan));
  return plan.warnings.map(({ code }) => code).includes(DIFFERS);
};

/** A source without lists, as the operator's session is. */
async function withoutLists(bench: Workbench, change: Partial<IxcClient> = {}) {
  let asked = 0;
  const filial: IxcClient['filial'] = (id) => {
    asked += 1;
    return Promise.resolve({ ok: true, value: bench.ixc.filiais.find((f) => f.id === id) ?? null });
  };
  bench.ixc.source = 'session';
  const ixc = bench.reading({ filiais: unsupported, filial, ...change });
  const { ports } = await bench.browser().worker({ ixc });
  return { ports, asked: () => asked };
}

describe('an account of another CNPJ than the filial’s, under the operator’s session', () => {
  it('is warned of: the filial is read by itself, once a day', async () => {
    const bench = createWorkbench();
    bench.ixc.filiais = [OTHER];
    const { ports, asked } = await withoutLists(bench);
    expect(await warned(bench, ports)).toBe(true);
    expect(await warned(bench, ports)).toBe(true);
    expect(asked()).toBe(1);
    await bench.clock.advance(25 * 60 * 60_000);
    expect(await warned(bench, ports)).toBe(true);
    expect(asked()).toBe(2);
  });

  it('is warned of from what was read last, where the session may not read the filial', async () => {
    const bench = createWorkbench();
    const { ports } = await withoutLists(bench, { filial: unsupported });
    expect(await warned(bench, ports)).toBe(false);
    await rememberFiliais(ports.ledger, ORIGIN, [OTHER], 0);
    expect(await warned(bench, ports)).toBe(true);
  });

  it('is not guessed from another filial', async () => {
    const bench = createWorkbench();
    bench.ixc.filiais = [{ ...OTHER, id: '2' }];
    const { ports } = await withoutLists(bench);
    await rememberFiliais(ports.ledger, ORIGIN, [{ ...OTHER, id: '2' }], bench.clock.now());
    expect(await warned(bench, ports)).toBe(false);
  });
});

describe('an account of another CNPJ than the filial’s, typed by hand', () => {
  const typed = {
    open: 9_990,
    dueDate: day('2026-12-10'),
    customerId: '77',
    name: 'Maria Exemplo da Silva',
    document: '529.982.247-25',
    email: null,
    mobilePhone: null,
  };

  it('is warned of once an earlier reading said which filial, and what its CNPJ is', async () => {
    const bench = createWorkbench();
    bench.ixc.source = 'hand';
    const { ports } = await bench.browser().worker();
    await ports.typed.write(ORIGIN, '1001', typed);
    await rememberFiliais(ports.ledger, ORIGIN, [OTHER], 0);
    expect(await warned(bench, ports)).toBe(false);
    await ports.ledger.invoices.put({ ...bench.ixc.invoice, origin: ORIGIN, readAt: 0 });
    expect(await warned(bench, ports)).toBe(true);
  });
});
