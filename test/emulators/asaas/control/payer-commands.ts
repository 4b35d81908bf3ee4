import { deleteCharge, restoreCharge } from '../charges/change.ts';
import { CHARGEBACK_STAGES } from '../charges/chargeback.ts';
import type { ChargeRecord } from '../charges/charge-record.ts';
import { pay } from '../charges/pay.ts';
import { recordCharge } from '../charges/record-charge.ts';
import { refund, settleRefunds } from '../charges/refund.ts';
import { credit, settle } from '../charges/settle.ts';
import { book } from '../account/statement.ts';
import { createCustomer } from '../customers/customers.ts';
import type { Account } from '../account/account.ts';
import { today, type World } from '../world.ts';
import type { AsaasControl } from './control.types.ts';
import { accountOf, findCharge } from './find-charge.ts';

type PayerCommands = Pick<
  AsaasControl,
  | 'pay'
  | 'confirm'
  | 'credit'
  | 'overdue'
  | 'view'
  | 'edit'
  | 'delete'
  | 'restore'
  | 'refund'
  | 'settleRefunds'
  | 'chargeback'
  | 'strayPix'
>;

const DAYS_HELD_BACK = { PIX: 3, UNDEFINED: 3, BOLETO: 1, CREDIT_CARD: 32 } as const;

/** What happens to charges without any request of the extension. */
export function payerCommands(world: World): PayerCommands {
  const change = (id: string, act: (charge: ChargeRecord, account: Account) => void) => {
    settle(world);
    const { account, charge } = findCharge(world, id);
    act(charge, account);
    return structuredClone(charge);
  };
  return {
    pay: (id, payment) => change(id, (charge, account) => pay(world, account, charge, payment)),
    confirm: (id) =>
      change(id, (charge, account) =>
        pay(world, account, charge, { creditInDays: DAYS_HELD_BACK[charge.billingType] }),
      ),
    credit: (id) =>
      change(id, (charge, account) => {
        if (charge.status !== 'CONFIRMED') throw new Error(`${id} is ${charge.status}`);
        credit(world, account, charge, today(world));
      }),
    overdue: (id) =>
      change(id, (charge) => {
        charge.status = 'OVERDUE';
      }),
    view: (id, what = 'invoice') =>
      change(id, (charge) => {
        if (what === 'invoice') charge.invoiceViewedAt = world.clock.now();
        else charge.bankSlipViewedAt = world.clock.now();
      }),
    edit: (id, edit) =>
      change(id, (charge) => {
        Object.assign(charge, edit);
        charge.revision += 1;
      }),
    delete: (id) => change(id, deleteCharge),
    restore: (id) => change(id, (charge) => restoreCharge(world, charge)),
    refund: (id, how) => change(id, (charge, account) => refund(world, account, charge, how)),
    settleRefunds: (id, status = 'DONE') =>
      change(id, (charge, account) => settleRefunds(world, account, charge, status)),
    chargeback: (id, stage = 'requested') =>
      change(id, (charge, account) => {
        const { status, chargeback } = CHARGEBACK_STAGES[stage];
        const wasCredited = charge.status === 'RECEIVED';
        const date = today(world);
        if (stage === 'requested' && wasCredited) {
          const entry = { type: 'CHARGEBACK', amount: -charge.value, date, what: 'Chargeback' };
          book(world, account, charge, entry);
        }
        charge.status = status;
        charge.chargebackStatus = chargeback;
      }),
    strayPix(accountId, value) {
      settle(world);
      const account = accountOf(world, accountId);
      const payer = createCustomer(world, account, { name: 'Pagador Avulso' });
      const charge = recordCharge(world, account, {
        customer: payer.id,
        billingType: 'PIX',
        value,
        dueDate: today(world),
        description: 'Cobrança gerada automaticamente a partir de Pix recebido.',
        externalReference: null,
        terms: account.terms,
        daysAfterDueDateToRegistrationCancellation: null,
        postalService: false,
        keyId: null,
      });
      pay(world, account, charge, { value });
      return structuredClone(charge);
    },
  };
}
