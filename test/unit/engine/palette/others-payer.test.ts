import { describe, expect, it } from 'vitest';
import { copyForRow } from '../../../../lib/engine/palette/row-copy.ts';
import { ORIGIN } from '../../../fixtures/settings.ts';
import { askedActs } from '../desk/acts/asked-acts.ts';

/** A charge that another browser made, so that this ledger does not know for whom. */
async function madeElsewhere() {
  const at = await askedActs();
  await at.ports.ledger.jobs.clear();
  await at.ports.ledger.invoices.clear();
  const { bench, ports } = at;
  const copy = () =>
    copyForRow(ports, { origin: ORIGIN, invoiceId: '1001' }, 'link', () => Promise.resolve());
  const change = (customer: Partial<typeof bench.ixc.customer>) => {
    bench.ixc.customer = { ...bench.ixc.customer, ...customer };
    bench.ixc.invoice = { ...bench.ixc.invoice, customerId: bench.ixc.customer.id };
  };
  const payersAsked = () =>
    bench.asaas.requests({ method: 'GET' }).filter(({ path }) => path.includes('/customers/'));
  await bench.clock.advance(60_000);
  bench.asaas.clearRequests();
  return { ...at, copy, change, payersAsked };
}

describe('a charge of which the ledger does not know whom it was made for', () => {
  it('is handed out where its payer is IXC’s customer, who is asked about once', async () => {
    const at = await madeElsewhere();
    expect(await at.copy()).toHaveProperty('code');
    expect(at.payersAsked()).toHaveLength(1);
    await at.bench.clock.advance(60_000);
    expect(await at.copy()).toHaveProperty('code');
    expect(at.payersAsked()).toHaveLength(1);
  });

  it('is where its payer cannot be asked, since nobody says otherwise', async () => {
    const at = await madeElsewhere();
    at.bench.asaas.addFault({
      method: 'GET',
      path: '/v3/customers/*',
      fault: { kind: 'status', status: 500 },
    });
    expect(await at.copy()).toHaveProperty('code');
  });

  it('is not where its payer is somebody else by reference and document', async () => {
    const at = await madeElsewhere();
    at.change({ id: '999', name: 'Outra Pessoa', document: '11144477735' });
    expect(await at.copy()).toEqual({ refused: 'unproven' });
    // The reading is in the ledger now, and is judged by the payer as well.
    expect(await at.copy()).toEqual({ refused: 'unproven' });
  });

  it('is not where the number became another customer’s after its payer was proven', async () => {
    const at = await madeElsewhere();
    expect(await at.copy()).toHaveProperty('code');
    await at.bench.clock.advance(60_000);
    at.change({ id: '999', name: 'Outra Pessoa', document: '11144477735' });
    expect(await at.copy()).toEqual({ refused: 'unproven' });
    expect(await at.copy()).toEqual({ refused: 'unproven' });
  });
});
