import { describe, expect, it } from 'vitest';
import { chargeRow, putCharge } from '../../../../lib/ledger/charges.ts';
import { twoSides } from './two-sides.ts';

describe('two charges that a drawer read before any sweep', () => {
  it('are told to a person by the next sweep, although nothing of them changed since', async () => {
    const sides = twoSides();
    const { invoiceId } = sides.charged();
    sides.seed({ invoiceId });
    const { ports, client, ledger, only, alerts } = await sides.browser();
    const page = await client.listCharges({ status: 'PENDING' }, { offset: 0, limit: 100 });
    if (!page.ok) throw new Error(page.error.kind);
    for (const charge of page.value.items) {
      const row = chargeRow(charge, ports.now());
      if (row) await putCharge(ledger, row, ports.now());
    }
    expect(await alerts()).toEqual([]);
    await only('open');
    expect(await alerts()).toMatchObject([{ kind: 'several-live', invoiceId }]);
  });
});
