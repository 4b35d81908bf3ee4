import { cents, type Cents } from '../money.ts';

/** One time that money of a charge was given back, as far as sums go. */
export interface GivenBack {
  /** Asaas's own word. */
  readonly status: string;
  readonly value: Cents;
}

export interface RefundSums {
  /** The payer has it. */
  readonly done: Cents;
  /** Asked for and not carried out yet. */
  readonly underWay: Cents;
}

/** Asaas took it back: it counts for nothing. */
export function isCalledOff({ status }: Pick<GivenBack, 'status'>): boolean {
  return status === 'CANCELLED';
}

/** Whether the payer has the money. Any other word, a new one too, is not that. */
export function isCarriedOut({ status }: Pick<GivenBack, 'status'>): boolean {
  return status === 'DONE';
}

/** Cents given back, by how far they are. */
export function refundSums(refunds: readonly GivenBack[]): RefundSums {
  const sum = (of: readonly GivenBack[]) =>
    cents(of.reduce((total, { value }) => total + value, 0));
  const standing = refunds.filter((each) => !isCalledOff(each));
  return {
    done: sum(standing.filter(isCarriedOut)),
    underWay: sum(standing.filter((each) => !isCarriedOut(each))),
  };
}

/** What may still be given back of a value: what is under way is spoken for. Never negative. */
export function leftToRefund(value: Cents, { done, underWay }: RefundSums): Cents {
  return cents(Math.max(0, value - done - underWay));
}
