import { documentKind } from '../../../lib/billing/document.ts';
import { payerReference } from '../../../lib/billing/reference.ts';
import type { InProcessAsaas } from '../../emulators/asaas/index.ts';
import type { InProcessIxc } from '../../emulators/ixc/index.ts';
import { addDays, civilDate } from '../../emulators/http/sao-paulo.ts';
import { KEY } from '../../fixtures/provider.ts';
import type { Dice } from '../time/dice.ts';
import { HOUSES } from './provider.ts';

/** The customers up to here have peculiarities of their own. */
const LAST_KNOWN_CUSTOMER = 30;
export const CUSTOMERS = 400;
/** One customer in so many is not known to Asaas yet. */
const UNKNOWN_PAYER = 10;

/** Customers about whom nothing keeps an invoice from being sent. */
function ordinaryCustomers({ control }: InProcessIxc): readonly string[] {
  const ids = Array.from({ length: CUSTOMERS }, (_, at) => String(at + 1));
  return ids.slice(LAST_KNOWN_CUSTOMER).filter((id) => {
    const row = control.customer(id);
    const hasDocument = documentKind(String(row['cnpj_cpf'])) !== null;
    return row['ativo'] === 'S' && row['filial_id'] === '1' && row['email'] !== '' && hasDocument;
  });
}

/** So many open invoices, due in the weeks after everything is over. Gives their ids. */
export function addInvoices(
  { ixc, asaas }: { readonly ixc: InProcessIxc; readonly asaas: InProcessAsaas },
  dice: Dice,
  count: number,
  payers: 'all-known' | 'some-unknown',
): readonly string[] {
  const customers = ordinaryCustomers(ixc);
  for (const [at, id] of customers.entries()) {
    if (payers === 'some-unknown' && at % UNKNOWN_PAYER === 0) continue;
    const row = ixc.control.customer(id);
    asaas.control.seedCustomer(HOUSES[0].seedId, {
      name: row['razao'],
      cpfCnpj: row['cnpj_cpf'],
      externalReference: payerReference(KEY, id),
      // Known in full: nothing about the payer is left to be filled in.
      ...(payers === 'all-known' && contactOf(row)),
    });
  }
  const today = civilDate(asaas.clock.now());
  return Array.from({ length: count }, (_, at) => {
    const customerId = customers[at % customers.length] ?? '';
    const made = ixc.control.addInvoice({
      customerId,
      cents: dice.between(20_00, 400_00),
      dueDate: addDays(today, dice.between(20, 60)),
    });
    return String(made['id']);
  });
}

function contactOf(row: ReturnType<InProcessIxc['control']['customer']>) {
  const has = (name: string) => row[name] ?? '';
  return {
    email: has('email'),
    phone: has('fone'),
    mobilePhone: has('telefone_celular') || has('whatsapp'),
    postalCode: has('cep'),
    address: has('endereco'),
    addressNumber: has('numero'),
    complement: has('complemento'),
    province: has('bairro'),
  };
}

/** Charges of another system in the same account: nothing here may touch them. */
export function addStrangers({ control, clock }: InProcessAsaas, dice: Dice): readonly string[] {
  return Array.from({ length: 40 }, (_, at) => {
    const payer = control.seedCustomer(HOUSES[0].seedId, { name: `Pessoa de Outro Sistema ${at}` });
    const charge = control.seedCharge(HOUSES[0].seedId, {
      customer: payer.id,
      value: dice.between(10_00, 90_00),
      dueDate: addDays(civilDate(clock.now()), 15),
      externalReference: dice.chance(0.5) ? `outro-sistema-${at}` : `ixc:99888777000100:${at + 1}`,
      createdAt: clock.now() - 5 * 86_400_000,
    });
    return charge.id;
  });
}
