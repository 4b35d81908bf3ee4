import { cents } from '../../../../lib/billing/money.ts';
import type { ChargeRecord } from '../../../emulators/asaas/index.ts';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { day } from '../../../fixtures/day.ts';
import { type Browser, type TwoSides } from './two-sides.ts';

export interface World {
  readonly sides: TwoSides;
  readonly browser: Browser;
  readonly charge: ChargeRecord;
  readonly invoiceId: string;
}

export interface Scenario {
  /** How the charge is made, where it matters. */
  readonly made?: Parameters<TwoSides['charged']>[0];
  /** What happened before, and is known. */
  readonly before?: (world: World) => unknown;
  readonly change: (world: World) => unknown;
  /** The ledger's row of the charge, afterwards. */
  readonly row?: object;
  /** The alert that a person gets. */
  readonly alert?: object;
  /** The step that follows at Asaas. */
  readonly step?: object;
  /** A charge of another invoice that must have become known. */
  readonly newInvoice?: string;
}

export const edit =
  (status: string) =>
  ({ sides, charge }: World) =>
    sides.asaas.edit(charge.id, { status });
export const pay = ({ sides, charge }: World) => sides.asaas.pay(charge.id);
export const statusOf = (status: string): Scenario => ({ change: edit(status), row: { status } });
export const post = ({ sides, charge }: World, what: string) =>
  sides.handle(
    new Request(`https://api-sandbox.asaas.com/v3/payments/${charge.id}/${what}`, {
      method: 'POST',
      headers: { access_token: SANDBOX_KEY, 'content-type': 'application/json' },
      body: '{}',
    }),
  );
export const inCash =
  (paidOn: string) =>
  ({ browser, charge }: World) =>
    browser.client.receiveInCash(charge.id, {
      value: cents(9_990),
      paidOn: day(paidOn),
      notify: false,
    });

/** What IXC says of an invoice whose receipts were all undone. */
export const OPEN = {
  ...{ status: 'A', valor_aberto: '99.90', valor_recebido: '0.00' },
  pagamento_data: '',
};

export async function receivedOnBothSides(world: World): Promise<void> {
  await inCash('2026-11-10')(world);
  await world.browser.only('paid');
  world.sides.ixc.receive(world.invoiceId);
  await world.browser.counter();
}
