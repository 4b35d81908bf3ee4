import { describe, expect, it } from 'vitest';
import { createBase } from '../../../emulators/ixc/data/base.ts';
import { value } from '../../../emulators/ixc/data/row.ts';
import { KNOWN, KNOWN_CUSTOMERS, type Row } from '../../../emulators/ixc/index.ts';
import { documentKind, normaliseDocument } from '../../../../lib/billing/document.ts';
import { REGISTRATION_FIELDS } from '../../../../lib/billing/invoice.ts';

const TODAY = '2026-03-10';
const base = createBase({ today: TODAY });

function row(table: string, id: string): Row {
  const found = base.get(table)?.rows.get(id);
  if (found === undefined) throw new Error(`no ${table} ${id}`);
  return found;
}

const invoice = (name: keyof typeof KNOWN) => row('fn_areceber', KNOWN[name].id);
const documentOf = (name: keyof typeof KNOWN_CUSTOMERS) =>
  value(row('cliente', KNOWN_CUSTOMERS[name]), 'cnpj_cpf');

describe('customers who are not like the others', () => {
  it('have a CNPJ with letters and valid check digits', () => {
    const document = documentOf('alphanumericCompany');
    expect(document).toMatch(/^EX\.EMP\.LO0\/0001-\d\d$/);
    expect(documentKind(document)).toBe('cnpj');
  });

  it('share one CPF, the name written in two ways', () => {
    expect(documentOf('twin')).toBe(documentOf('otherTwin'));
    expect(documentKind(documentOf('twin'))).toBe('cpf');
    const nameOf = (name: 'twin' | 'otherTwin') =>
      value(row('cliente', KNOWN_CUSTOMERS[name]), 'razao');
    expect(nameOf('twin')).not.toBe(nameOf('otherTwin'));
  });

  it('are stored without the mask', () => {
    for (const name of ['unmaskedDocument', 'unmaskedCompany'] as const) {
      expect(documentOf(name)).toBe(normaliseDocument(documentOf(name)));
      expect(documentKind(documentOf(name))).not.toBeNull();
    }
  });

  it('have two hundred invoices, or cannot be reached, or are gone', () => {
    const many = [...(base.get('fn_areceber')?.rows.values() ?? [])].filter(
      (one) => value(one, 'id_cliente') === KNOWN_CUSTOMERS.manyInvoices,
    );
    expect(many.length).toBeGreaterThanOrEqual(200);
    expect(row('cliente', KNOWN_CUSTOMERS.withoutContact)).toMatchObject({
      email: '',
      hotsite_email: '',
      fone: '',
      telefone_celular: '',
      whatsapp: '',
    });
    expect(row('cliente', KNOWN_CUSTOMERS.inactive)).toMatchObject({ ativo: 'N' });
  });
});

describe('invoices that are registered elsewhere', () => {
  it('exist for every single column that says so', () => {
    const alone = Object.values(KNOWN).flatMap(({ id }) => {
      const filled = REGISTRATION_FIELDS.filter(
        (field) => !['', '0', 'N'].includes(value(row('fn_areceber', id), field)),
      );
      return filled.length === 1 ? filled : [];
    });
    expect(alone.toSorted()).toEqual(REGISTRATION_FIELDS.toSorted());
  });
});

describe('invoices with amounts and dates that are not what they seem', () => {
  it('carry fine and interest beside the balance', () => {
    expect(invoice('fineAndInterestInvoice')).toMatchObject({
      data_vencimento: '2026-02-08',
      valor_aberto: '100.00',
      valor_multas: '2.00',
      valor_juros: '1.00',
      valor_total_com_juros: '103.00',
    });
  });

  it('promise a discount until a day that is to come, or past, or none', () => {
    const lastDays = [
      'discountInvoice',
      'lapsedDiscountInvoice',
      'endlessDiscountInvoice',
    ] as const;
    expect(lastDays.map((name) => invoice(name).validade_desconto_condicional)).toEqual([
      '2026-03-13',
      '2026-03-08',
      '0000-00-00',
    ]);
  });

  it('have no due date, no status, or nothing open', () => {
    expect(invoice('noDueDateInvoice').data_vencimento).toBe('0000-00-00');
    expect(invoice('legacyStatusInvoice').status).toBe('');
    expect(invoice('nothingOpenInvoice')).toMatchObject({ status: 'A', valor_aberto: '0.00' });
  });
});

describe('accounts and carteiras', () => {
  it('say which are switched off, which mail by themselves, and where money goes', () => {
    const carteiras = [...(base.get('fn_carteira_cobranca')?.rows.values() ?? [])];
    expect(carteiras.filter(({ ativo }) => ativo === 'N')).toHaveLength(1);
    expect(
      carteiras.filter(({ envia_email_gerar_financeiro: mails }) => mails === 'S'),
    ).toHaveLength(1);
    for (const carteira of carteiras) {
      const account = row('contas', value(carteira, 'id_conta'));
      expect(account.ativo === 'S').toBe(value(account, 'id_planejamento') !== '');
    }
  });
});
