import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chargeReference,
  isProviderKey,
  parseReference,
  payerReference,
  providerKeyFromDocument,
} from '../../../lib/billing/reference.ts';

const key = fc.stringMatching(/^[a-z0-9.-]{1,40}$/);
const id = fc.integer({ min: 1, max: 999_999_999_999_999 }).map(String);

describe('references', () => {
  it('are written as the ledger of every other browser expects them', () => {
    expect(chargeReference('11222333000181', '4711')).toBe('ixc:11222333000181:4711');
    expect(chargeReference('11222333000181', '4711', 1)).toBe('ixc:11222333000181:4711');
    expect(chargeReference('11222333000181', '4711', 2)).toBe('ixc:11222333000181:4711:2');
    expect(payerReference('11222333000181', '42')).toBe('ixc:11222333000181:c:42');
  });

  it('are read back as what they were', () => {
    fc.assert(
      fc.property(key, id, fc.integer({ min: 1, max: 99 }), (providerKey, number, generation) => {
        expect(parseReference(chargeReference(providerKey, number, generation))).toEqual({
          kind: 'charge',
          providerKey,
          invoiceId: number,
          generation,
        });
        expect(parseReference(payerReference(providerKey, number))).toEqual({
          kind: 'payer',
          providerKey,
          customerId: number,
        });
      }),
    );
  });

  it('are only what can be written: anything that reads is written the same again', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^ixc:[a-z0-9.-]{1,5}(:c)?:[0-9]{1,4}(:[0-9]{1,2})?$/),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const reference = parseReference(candidate);
        if (reference === null) return;
        const again =
          reference.kind === 'charge'
            ? chargeReference(reference.providerKey, reference.invoiceId, reference.generation)
            : payerReference(reference.providerKey, reference.customerId);
        expect(again).toBe(candidate);
      }),
    );
  });

  it.each([
    '',
    '4711',
    'ixc:4711',
    'ixc::4711',
    'ixc:chave:0',
    'ixc:chave:04711',
    'ixc:chave:4711:1',
    'ixc:chave:4711:0',
    'ixc:chave:4711:02',
    'ixc:chave:c:42:2',
    'IXC:chave:4711',
    'ixc:Chave:4711',
    'ixc:chave:4711 ',
    ' ixc:chave:4711',
    `ixc:${'a'.repeat(41)}:4711`,
  ])('are not %j', (text) => {
    expect(parseReference(text)).toBeNull();
  });

  it.each([
    ['', '1', 1],
    ['a:b', '1', 1],
    ['a', '', 1],
    ['a', '1:2', 1],
    ['a', '1', 0],
    ['a', '1', 1.5],
    ['a', '1', 100],
  ])('refuse to be made of %j, %j and %d', (providerKey, number, generation) => {
    expect(() => chargeReference(providerKey, number, generation)).toThrow(RangeError);
  });
});

describe('a provider key', () => {
  it('is short, lower case and without colons', () => {
    expect(isProviderKey('provedor-exemplo.sp')).toBe(true);
    for (const text of ['', 'Provedor', 'a:b', 'a b', 'ç', 'a'.repeat(41), 'a\n']) {
      expect(isProviderKey(text)).toBe(false);
    }
  });

  it('comes from the CNPJ of the main filial, letters included', () => {
    expect(providerKeyFromDocument('11.222.333/0001-81')).toBe('11222333000181');
    expect(providerKeyFromDocument('12.ABC.345/01DE-35')).toBe('12abc34501de35');
    expect(providerKeyFromDocument('11.222.333/0001-80')).toBeNull();
    expect(providerKeyFromDocument('')).toBeNull();
  });
});
