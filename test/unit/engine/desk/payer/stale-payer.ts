import type { Customer } from '../../../../../lib/billing/invoice.ts';
import type { PayerField } from '../../../../../lib/billing/payer/payer-field.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import type { PayerJobRow } from '../../../../../lib/ledger/desk-rows.ts';
import { customer as fixture } from '../../../../fixtures/customer.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { createWorkbench, letPass, type Workbench } from '../../workbench.ts';

export const PUT = { method: 'PUT', path: '/v3/customers/*' } as const;

/** IXC's customer of the invoice, with more data than Asaas has of it. */
const CUSTOMER: Customer = {
  ...fixture,
  id: '77',
  mobilePhone: '(11) 98765-4321',
  postalCode: '01310-000',
  district: 'Centro',
};

/** Asaas's record of that customer: an old e-mail, no mobile, no address. */
const RECORD = {
  name: CUSTOMER.name,
  cpfCnpj: CUSTOMER.document,
  email: 'velho@cliente.example',
  externalReference: `ixc:${KEY}:c:77`,
};

/** A customer whose payer at Asaas was made long ago. `record` changes what Asaas has. */
export function stalePayer(record: Readonly<Record<string, unknown>> = {}): {
  readonly bench: Workbench;
  readonly payerId: string;
} {
  const bench = createWorkbench();
  bench.ixc.customer = CUSTOMER;
  return { bench, payerId: bench.asaas.seedCustomer('acc_sandbox', { ...RECORD, ...record }).id };
}

/** The same in one browser, with its drawer open on the invoice. */
export async function staleDrawer(
  record: Readonly<Record<string, unknown>> = {},
  overrides: (bench: Workbench) => Partial<EnginePorts> = () => ({}),
) {
  const { bench, payerId } = stalePayer(record);
  const profile = bench.browser();
  const { ports, runner } = await profile.worker(overrides(bench));
  const drawer = openDrawerOf({ engine: ports, runner });
  /** Asks for these fields of the very values on screen, or of what else was `seen`. */
  const update = async (fields: readonly PayerField[], seen?: string): Promise<void> => {
    const { desk } = await drawer.ready();
    const shown = desk.payer?.seen ?? '';
    const wish = { payerId, fields: [...fields], seen: seen ?? shown };
    await drawer.session.handle({ verb: 'payer-update', ...wish });
  };
  return { bench, payerId, profile, ports, runner, ...drawer, update };
}

/** What Asaas has of a payer now. */
export function recordOf(bench: Workbench, id: string) {
  const record = bench.asaas.customers().find((each) => each.id === id);
  if (!record) throw new Error(`no payer ${id}`);
  return record;
}

export async function updatesOf({ ledger }: EnginePorts): Promise<readonly PayerJobRow[]> {
  const jobs = await ledger.jobs.toArray();
  return jobs.filter((job): job is PayerJobRow => job.kind === 'payer');
}

/** Confirms the plan on screen, as a person does, and lets a while pass. */
export async function confirmShown(at: Awaited<ReturnType<typeof staleDrawer>>, minutes = 15) {
  const { planId } = await at.ready();
  await at.session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
  await letPass(at.bench, [at.runner], minutes);
}
