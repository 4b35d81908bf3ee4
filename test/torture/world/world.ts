import {
  createAsaasEmulator,
  type ChargeRecord,
  type InProcessAsaas,
} from '../../emulators/asaas/index.ts';
import { createIxcEmulator, type InProcessIxc } from '../../emulators/ixc/index.ts';
import { KEY } from '../../fixtures/provider.ts';
import { createDice, type Dice } from '../time/dice.ts';
import { createPacedClock, type PacedClock } from '../time/paced-clock.ts';
import { noRequests, type Tally } from './asked.ts';
import { addInvoices, addStrangers, CUSTOMERS } from './invoices.ts';
import { withoutPictures } from './codes.ts';
import { ACCOUNT_SEEDS } from './provider.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** One Asaas, one IXC, and the time they and every browser live in. */
export interface World {
  readonly seed: number;
  readonly clock: PacedClock;
  /** Of the networks and the browsers; what people and faults do has dice of its own. */
  readonly dice: Dice;
  readonly asaas: InProcessAsaas;
  readonly ixc: InProcessIxc;
  readonly invoices: readonly string[];
  /** Charges of another system, as they were before anything began. */
  readonly strangers: readonly ChargeRecord[];
  /** Requests that reached Asaas, by who waited for them, and those that reached IXC. */
  readonly counts: { person: number; job: number; sweep: number; ixc: number };
  /** Those to Asaas that the outbox made, and those of a drawer before it and beside it. */
  readonly asked: { readonly operation: Tally; readonly drawer: Tally };
  /** How often a worker's alarm rings now. ms. */
  readonly pulse: () => number;
  readonly slowDown: (pulse: number) => void;
}

export interface WorldOptions {
  readonly seed: number;
  readonly invoices: number;
  readonly payers: 'all-known' | 'some-unknown';
}

export function createWorld({ seed, invoices, payers }: WorldOptions): World {
  const clock = createPacedClock('2026-11-23T11:00:00Z');
  const emulator = createAsaasEmulator({ clock, seed, accounts: ACCOUNT_SEEDS });
  const asaas = { ...emulator, handle: withoutPictures(emulator.handle) };
  const ixc = createIxcEmulator({ clock, seed, customers: CUSTOMERS, invoices: 60 });
  const setting = createDice(seed * 31 + 1);
  const strangers = addStrangers(asaas, setting).map((id) => asaas.control.charge(id));
  let pulse = MINUTE;
  return {
    seed,
    clock,
    dice: createDice(seed * 31 + 2),
    asaas,
    ixc,
    invoices: addInvoices({ asaas, ixc }, setting, invoices, payers),
    strangers,
    counts: { person: 0, job: 0, sweep: 0, ixc: 0 },
    asked: { operation: noRequests(), drawer: noRequests() },
    pulse: () => pulse,
    slowDown: (slower) => {
      pulse = slower;
    },
  };
}

/** The charges of an invoice in whichever account, deleted ones included. */
export function chargesOf({ asaas }: World, invoiceId: string): readonly ChargeRecord[] {
  return [1, 2].flatMap((generation) =>
    asaas.control.charges(`ixc:${KEY}:${invoiceId}${generation === 1 ? '' : `:${generation}`}`),
  );
}
