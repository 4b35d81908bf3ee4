import type { CounterOutcome } from '../counter-step.ts';
import type { ActRefusal } from './charge-act.ts';

/** What a receipt at the counter asks of the charge: all of it, or what is left. */
export type CounterReceipt = Extract<CounterOutcome, { kind: 'close' | 'lower' }>;

/**
 * Why a charge is not closed as received at the counter: the receipt comes first, in IXC, and what is
 * done at Asaas follows from it and from nothing else. Null: `outcome` is a `CounterReceipt`.
 */
export function counterRefusal(outcome: CounterOutcome): ActRefusal | null {
  switch (outcome.kind) {
    case 'close':
    case 'lower':
      return null;
    case 'cancel':
      return { code: 'counter-cancelled' };
    case 'alert':
      return {
        code: outcome.why === 'below-minimum' ? 'counter-below-minimum' : 'counter-contradiction',
      };
    case 'nothing':
      return { code: 'counter-first' };
  }
}
