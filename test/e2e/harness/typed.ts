import type { Surface } from './surface.ts';
import type { Invoice, World } from './world.ts';

/** Types an invoice into the drawer's form as IXC shows it, but for `changes`, and goes on. */
export async function typeInvoice(
  drawer: Surface,
  { ixc }: Pick<World, 'ixc'>,
  { customerId, dueDate }: Invoice,
  changes: { readonly document?: string } = {},
): Promise<void> {
  const customer = ixc.control.customer(customerId);
  await drawer.fill('Valor em aberto', '129,90');
  await drawer.fill('Data de vencimento', dueDate);
  await drawer.fill('ID do cliente', customerId);
  await drawer.fill('Nome/Razão social', String(customer['razao']));
  await drawer.fill('CNPJ/CPF', changes.document ?? String(customer['cnpj_cpf']));
  await drawer.press('Continuar');
}
