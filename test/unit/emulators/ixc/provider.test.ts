import { describe, expect, it } from 'vitest';
import { createBase, type Base } from '../../../emulators/ixc/data/base.ts';
import { fakeCnpj, fakeCpf } from '../../../emulators/ixc/data/documents.ts';
import { KNOWN, KNOWN_CUSTOMERS, PROVIDER, type Row } from '../../../emulators/ixc/index.ts';
import { cents, value } from '../../../emulators/ixc/data/row.ts';

const TODAY = '2026-03-10';
const base = createBase({ today: TODAY });

function rows(name: string, from: Base = base): readonly Row[] {
  return [...(from.get(name)?.rows.values() ?? [])];
}

const invoices = rows('fn_areceber');
const customers = new Map(rows('cliente').map((row) => [value(row, 'id'), row]));
const known = Object.entries(KNOWN).map(([name, facts]) => ({
  name,
  facts,
  row: base.get('fn_areceber')?.rows.get(facts.id) ?? {},
}));

describe('the invented provider', () => {
  it('has 3,000 invoices, 300 customers, 7 carteiras and 2 filiais', () => {
    const sizes = ['fn_areceber', 'cliente', 'fn_carteira_cobranca', 'filial'];
    expect(sizes.map((name) => rows(name).length)).toEqual([3000, 300, 7, 2]);
  });

  it('is the same for the same seed and another for another one', () => {
    expect(rows('fn_areceber', createBase({ today: TODAY }))).toEqual(invoices);
    expect(rows('fn_areceber', createBase({ today: TODAY, seed: 2 }))).not.toEqual(invoices);
  });

  it('moves with its today', () => {
    const later = createBase({ today: '2026-06-30' });
    const dueDate = later.get('fn_areceber')?.rows.get(KNOWN.dueTodayInvoice.id)?.data_vencimento;
    expect(dueDate).toBe('2026-06-30');
  });

  it('has a main filial with a valid CNPJ', () => {
    const digits = value(rows('filial')[0] ?? {}, 'cnpj').replaceAll(/\D/g, '');
    expect(digits).toBe(PROVIDER.cnpj);
    expect(digits).toBe('11222333000181');
  });

  it('names every customer once', () => {
    expect(new Set(rows('cliente').map((row) => row.razao)).size).toBe(300);
  });
});

describe('every invoice', () => {
  it('points at a customer, a carteira and a filial that exist', () => {
    const exists = (name: string, id: string) => base.get(name)?.rows.has(id) === true;
    const stray = invoices.filter(
      (row) =>
        !customers.has(value(row, 'id_cliente')) ||
        !exists('fn_carteira_cobranca', value(row, 'id_carteira_cobranca')) ||
        !exists('filial', value(row, 'filial_id')),
    );
    expect(stray).toEqual([]);
  });

  it('has amounts that agree with its status, unless its peculiarity is that they do not', () => {
    const lying: readonly string[] = [KNOWN.nothingOpenInvoice.id, KNOWN.legacyStatusInvoice.id];
    const honest = invoices.filter((row) => !lying.includes(value(row, 'id')));
    const wrong = honest.filter((row) => {
      const [total, open, paid] = ['valor', 'valor_aberto', 'valor_recebido'].map((name) =>
        cents(value(row, name)),
      );
      if (total === undefined || open === undefined || paid === undefined) return true;
      switch (value(row, 'status')) {
        case 'A':
          return open !== total || paid !== 0;
        case 'P':
          return open + paid !== total || open === 0 || paid === 0;
        case 'R':
          return open !== 0 || paid !== total || row.pagamento_data === '';
        default:
          return open !== 0 || value(row, 'data_cancelamento') === '';
      }
    });
    expect(wrong).toEqual([]);
  });

  it('was not issued, paid or cancelled in the future', () => {
    const early = invoices.filter((row) =>
      ['data_emissao', 'pagamento_data', 'data_cancelamento'].some(
        (name) => value(row, name) >= TODAY,
      ),
    );
    expect(early).toEqual([]);
  });

  it('is due before, on or after today, in every state', () => {
    const states = new Set(
      invoices.map(({ data_vencimento: due = '', status, titulo_renegociado: gone }) =>
        [status, gone, due < TODAY ? 'past' : due === TODAY ? 'today' : 'future'].join(' '),
      ),
    );
    for (const state of ['A N past', 'A N today', 'A N future', 'P N past', 'R N past', 'C N past'])
      expect(states).toContain(state);
    expect(states).toContain('C S past');
  });
});

describe('the known invoices', () => {
  it('are what their names say, under the newest ids', () => {
    expect(known.map(({ facts }) => Number(facts.id))).toEqual(
      Array.from({ length: known.length }, (_, index) => 13_000 - index),
    );
    for (const { facts, row } of known) {
      expect(row).toMatchObject({ id: facts.id, id_cliente: facts.customerId });
      expect(cents(value(row, 'valor'))).toBe(facts.cents);
    }
  });

  it('belong to customers with and without a usable document', () => {
    const documentOf = (id: string) => value(customers.get(id) ?? {}, 'cnpj_cpf');
    expect(documentOf(KNOWN_CUSTOMERS.withoutDocument)).toBe('');
    expect(documentOf(KNOWN_CUSTOMERS.ordinary)).toBe('000.001.001-45');
    expect(documentOf(KNOWN_CUSTOMERS.company)).toMatch(/^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/);
    const invalid = documentOf(KNOWN_CUSTOMERS.invalidDocument).replaceAll(/\D/g, '');
    expect(invalid).toHaveLength(11);
    expect(fakeCpf(Number(invalid.slice(0, 9)))).not.toBe(invalid);
    expect(value(customers.get(KNOWN_CUSTOMERS.withoutEmail) ?? {}, 'email')).toBe('');
  });
});

describe('invented documents', () => {
  it('have the check digits of well-known examples', () => {
    expect(fakeCpf(111_444_777)).toBe('11144477735');
    expect(fakeCnpj(11_222_333)).toBe('11222333000181');
  });
});
