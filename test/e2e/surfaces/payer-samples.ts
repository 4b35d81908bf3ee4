import type { DrawerCharge, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { PayerData } from '../../../lib/messages/payer-data.ts';
import { job, MINUTE, noPlan, NOW, ready } from './drawer-samples.ts';

/** A payer whose record at Asaas is not as IXC has it. */
export const payerData: PayerData = {
  customerId: '901',
  payerId: 'cus_exemplo00001',
  differences: [
    { field: 'name', kind: 'differs', ixc: 'Maria Exemplo da Silva', asaas: 'M. E. da Silva' },
    { field: 'document', kind: 'differs', ixc: '***.456.789-**', asaas: '***.111.222-**' },
    {
      field: 'email',
      kind: 'differs',
      ixc: 'maria@cliente.example',
      asaas: 'velho@cliente.example',
    },
    { field: 'mobilePhone', kind: 'blank', ixc: '11987654321', asaas: null },
    { field: 'postalCode', kind: 'blank', ixc: '01310000', asaas: null },
    { field: 'phone', kind: 'unusable', ixc: '3333-4444', asaas: null },
  ],
  seen: 'mark-1',
  job: null,
  failure: null,
  charges: {},
  shared: [
    { customerId: '24', name: 'José Antônio Gêmeo Exemplo', payerId: null },
    { customerId: '24', name: null, payerId: 'cus_exemplo00024' },
  ],
  sharedRead: true,
  sentWith: null,
  putBack: { fields: [], onlyAsaas: [], unusable: [] },
};

/** A drawer with this of the payer in it. */
export const withPayer = (
  change: Partial<PayerData>,
  base: DrawerSnapshot = ready,
): DrawerSnapshot => ({
  ...base,
  desk: { ...NO_DESK, payer: { ...payerData, ...change } },
});
/** Sent with data typed for the sending, and an update that Asaas refused. */
export const payerAfterwards = (charge: DrawerCharge): DrawerSnapshot =>
  withPayer(
    {
      shared: [],
      sharedRead: false,
      sentWith: { reason: 'cliente pediu outro celular', at: NOW - 5 * MINUTE },
      job: job('blocked', {
        kind: 'payer',
        failure: { code: 'asaas-rejected', detail: 'O celular informado é inválido.' },
      }),
    },
    { ...ready, ...noPlan, charge },
  );
