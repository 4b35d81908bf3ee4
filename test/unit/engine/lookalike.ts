import type { Workbench } from './workbench.ts';

type Seed<Kind extends 'seedCharge' | 'seedCustomer'> = Partial<
  Parameters<Workbench['asaas'][Kind]>[1]
>;

/** A record at Asaas of the workbench's customer that somebody made by hand. */
export function seedPerson({ asaas, ixc }: Workbench, change: Seed<'seedCustomer'> = {}) {
  const { name, document } = ixc.customer;
  return asaas.seedCustomer('acc_sandbox', { name, cpfCnpj: document, ...change });
}

/** A charge of the same person, value and date as the workbench's invoice, without our reference. */
export function seedLookalike(bench: Workbench, change: Seed<'seedCharge'> = {}) {
  const { open, dueDate } = bench.ixc.invoice;
  return bench.asaas.seedCharge('acc_sandbox', {
    customer: change.customer ?? seedPerson(bench).id,
    value: open,
    dueDate: dueDate ?? '',
    ...change,
  });
}
