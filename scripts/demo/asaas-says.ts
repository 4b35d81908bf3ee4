import { reais } from './say.ts';
import type { World } from '../../test/e2e/harness/world.ts';

/** What the emulated Asaas holds of one invoice, one line a charge, in Portuguese. */
export function asaasSays(world: World, invoiceId: string): string {
  const charges = world.chargesOf(invoiceId);
  if (charges.length === 0) return 'Asaas: nenhuma cobrança deste título.';
  const customers = new Map(world.asaas.control.customers().map((one) => [one.id, one]));
  const lines = charges.map((charge) => {
    const payer = customers.get(charge.customer);
    return [
      `  ${charge.id}  ${charge.status}  ${reais(charge.value)}`,
      `vence ${charge.dueDate}  pagador ${payer?.name ?? '?'} (${payer?.cpfCnpj ?? 'sem CPF'})`,
      `referência ${charge.externalReference ?? '-'}`,
      `descrição "${charge.description ?? ''}"`,
    ].join('  ');
  });
  const count = charges.length === 1 ? '1 cobrança' : `${String(charges.length)} cobranças`;
  return [`Asaas: ${count} deste título.`, ...lines].join('\n');
}
