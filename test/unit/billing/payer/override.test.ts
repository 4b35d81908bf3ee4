import { describe, expect, it } from 'vitest';
import {
  overriddenFields,
  overrideMistakes,
  withOverride,
} from '../../../../lib/billing/payer/override.ts';
import { customer } from '../../../fixtures/customer.ts';

describe('what is typed for one sending', () => {
  it('takes the place of IXC’s values, in the form of a reading, and of no other', () => {
    const typed = {
      id: 'a',
      document: '249.715.637-92',
      email: ' nova@cliente.example ',
      mobilePhone: '(21) 99876-5432',
    };
    expect(overriddenFields(typed)).toEqual(['document', 'email', 'mobilePhone']);
    expect(withOverride(customer, typed)).toEqual({
      ...customer,
      document: '24971563792',
      email: 'nova@cliente.example',
      mobilePhone: '21998765432',
    });
    expect(withOverride(customer, { id: 'a' })).toEqual(customer);
  });

  it.each([
    ['document', '123.456.789-00'],
    ['document', '111.111.111-11'],
    ['email', 'nova@cliente'],
    ['email', 'a@x.example; b@x.example'],
    ['mobilePhone', '(11) 3333-4444'],
    ['mobilePhone', '98765-4321'],
  ] as const)('is checked by the rules of IXC’s own: %s may not be %s', (field, value) => {
    expect(overrideMistakes({ id: 'a', [field]: value })).toEqual([field]);
  });
});
