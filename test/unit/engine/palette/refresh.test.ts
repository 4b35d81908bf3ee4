import { describe, expect, it } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import type { Charge } from '../../../../lib/billing/charge.ts';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { chargesOf } from '../../../../lib/ledger/charges.ts';
import { KNOWN } from '../../../emulators/ixc/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account } from '../../../fixtures/settings.ts';
import { openPaletteOf } from './palette-kit.ts';

const { id: INVOICE, customerId: CUSTOMER } = KNOWN.openInvoice;
const REFERENCE = `ixc:${KEY}:${INVOICE}`;

/** An Asaas that lists these charges, by their reference, and counts what it is asked. */
function asaas(charges: readonly Charge[], reads = true) {
  const asked: string[] = [];
  const client = {
    listCharges: async ({ externalReference }: { externalReference?: string }) => {
      asked.push(`search ${String(externalReference)}`);
      if (!reads) return fail({ kind: 'network' as const });
      const items = charges.filter(({ reference }) => reference === externalReference);
      return ok({ items, totalCount: items.length, hasMore: false });
    },
    getCharge: async (id: string) => {
      asked.push(`get ${id}`);
      const found = charges.find((each) => each.id === id);
      return found ? ok(found) : fail({ kind: 'not-found' as const });
    },
  };
  return { asked, ports: { asaas: async () => ok(client as unknown as AsaasClient) } };
}

const made: Charge = {
  ...charge,
  id: 'pay_elsewhere',
  accountId: account.id,
  reference: REFERENCE,
};

describe('reading a client again', () => {
  it('finds a charge that somebody else made and no sweep has met', async () => {
    const { ports, asked } = asaas([made]);
    const palette = await openPaletteOf(ports);
    await palette.search(INVOICE);
    expect(await palette.refresh(CUSTOMER)).toBeNull();
    expect(asked).toContain(`search ${REFERENCE}`);
    expect(await chargesOf(palette.ports.ledger, [KEY], INVOICE)).toMatchObject([
      { id: 'pay_elsewhere', deleted: false },
    ]);
  });

  it('reads a charge that is known by its id, and searches for no other', async () => {
    const { ports, asked } = asaas([made]);
    const palette = await openPaletteOf(ports);
    await palette.charged(INVOICE, { id: 'pay_elsewhere' });
    await palette.clock.advance(60_000);
    await palette.search(INVOICE);
    expect(await palette.refresh(CUSTOMER)).toBeNull();
    expect(asked).toContain('get pay_elsewhere');
    expect(asked).not.toContain(`search ${REFERENCE}`);
  });

  it('says why it could not look', async () => {
    const { ports } = asaas([], false);
    const palette = await openPaletteOf(ports);
    await palette.search(INVOICE);
    expect(await palette.refresh(CUSTOMER)).toMatchObject({ code: 'asaas-network' });
    expect(await chargesOf(palette.ports.ledger, [KEY], INVOICE)).toEqual([]);
  });
});
