import type { Invoice, World } from './world.ts';

/** A payer that somebody made at Asaas for the invoice's customer, long ago. */
export function oldPayer({ asaas, ixc }: World, { customerId }: Invoice, change = {}) {
  const customer = ixc.control.customer(customerId);
  return asaas.control.seedCustomer('acc_sandbox', {
    name: customer['razao'],
    cpfCnpj: customer['cnpj_cpf'],
    email: 'velho@cliente.example',
    ...change,
  });
}

/** The payer as Asaas has it now. */
export function payerNow({ asaas }: World, wanted: string) {
  return asaas.control.customers().find(({ id }) => id === wanted);
}

/** A charge of the invoice's customer, made by hand at Asaas. */
export function chargedByHand({ asaas, ixc }: World, { customerId, cents, dueDate }: Invoice) {
  const { razao: name = '', cnpj_cpf: document = '' } = ixc.control.customer(customerId);
  const { id } = asaas.control.seedCustomer('acc_sandbox', {
    name,
    cpfCnpj: document.replace(/\W/g, ''),
  });
  const charge = { customer: id, value: cents, dueDate, createdAt: Date.now() - 5 * 86_400_000 };
  return asaas.control.seedCharge('acc_sandbox', charge);
}
