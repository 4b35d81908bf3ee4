import { describe, expect, it } from 'vitest';
import { meaningsOf } from '../../../../lib/engine/palette/sought.ts';

const kinds = (text: string) => meaningsOf(text).map(({ kind }) => kind);

describe('what a text may mean', () => {
  it.each([
    ['48211', ['invoice']],
    [' 0048211 ', ['invoice']],
    ['49984123457', ['invoice', 'phone']],
    // A valid CPF that is a mobile number too, and could be an invoice.
    ['52998224725', ['invoice', 'phone', 'document']],
    ['11144477735', ['invoice', 'document']],
    ['529.982.247-25', ['document']],
    ['11.222.333/0001-81', ['document']],
    ['(49) 99984-1234', ['phone']],
    ['+55 49 99984-1234', ['phone']],
    ['049 3000-1234', ['phone']],
    ['4930001234', ['invoice', 'phone']],
    ['Maria', ['name']],
    ['José da Silva 2', ['name']],
    ['ab', []],
    ['', []],
    ['---', []],
    ['0', []],
  ])('%j: %j', (text, wanted) => {
    expect(kinds(text)).toEqual(wanted);
  });

  it('a telephone is its area code and number, whatever stands before them', () => {
    const wanted = { kind: 'phone', value: '49999841234' };
    for (const text of ['(49) 99984-1234', '+55 (49) 9 9984 1234', '049999841234']) {
      expect(meaningsOf(text)).toContainEqual(wanted);
    }
  });

  it('an invoice comes first, and is an id without zeros before it', () => {
    expect(meaningsOf('0049999841234')[0]).toEqual({ kind: 'invoice', value: '49999841234' });
  });
});
