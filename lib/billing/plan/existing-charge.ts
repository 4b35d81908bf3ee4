import type { Charge } from '../charge.ts';
import { parseReference } from '../reference.ts';
import type { BlockReason, SendFacts } from '../send-plan.types.ts';
import { livenessOf } from '../status.ts';

/** What the charges that already carry a reference of this invoice leave to decide. */
export type Existing =
  /** None stands: a new one may be created, as this generation, once the reasons are out of the way. */
  | {
      readonly kind: 'none';
      readonly generation: number;
      readonly reasons: readonly BlockReason[];
    }
  /** Exactly one stands, in the account that would charge. */
  | {
      readonly kind: 'one';
      readonly charge: Charge;
      readonly reasons: readonly BlockReason[];
    }
  /** A new charge is out of the question. */
  | { readonly kind: 'blocked'; readonly reasons: readonly BlockReason[] };

const MAX_GENERATION = 99;

function isGone(charge: Charge): boolean {
  const liveness = livenessOf(charge);
  return liveness === 'deleted' || liveness === 'refunded';
}

function reasonOf(charge: Charge, accountId: string | null): BlockReason | null {
  switch (livenessOf(charge)) {
    case 'paid':
      return { code: 'already-paid', params: { charge: charge.id } };
    case 'unknown':
      return {
        code: 'charge-unknown-status',
        params: { charge: charge.id, status: charge.status },
      };
    case 'live':
    case 'settling':
    case 'contested':
      return accountId === null || charge.accountId === accountId
        ? null
        : { code: 'live-in-other-account', params: { charge: charge.id } };
    case 'refunded':
    case 'deleted':
      return null;
  }
}

/** A charge of an invoice that was renegotiated into this one asks for the same money. */
function predecessorReasons(predecessors: readonly Charge[]): BlockReason[] {
  return predecessors
    .filter((charge) => !isGone(charge))
    .map((charge) => ({
      code: livenessOf(charge) === 'paid' ? 'already-paid' : 'predecessor-live',
      params: { charge: charge.id },
    }));
}

/** The generation after the last refunded one; charges that were only deleted give theirs back. */
function nextGeneration(refunded: readonly Charge[]): number {
  const generations = refunded.map((charge) => {
    const reference = charge.reference === null ? null : parseReference(charge.reference);
    return reference?.kind === 'charge' ? reference.generation : 1;
  });
  return Math.min(Math.max(0, ...generations) + 1, MAX_GENERATION);
}

/** Reads the charges of this invoice, and of those renegotiated into it, as one situation. */
export function existingCharge(facts: SendFacts): Existing {
  const accountId = facts.account?.id ?? null;
  const standing = facts.referenced.filter((charge) => !isGone(charge));
  const predecessors = predecessorReasons(facts.predecessors);

  const reasons = standing.flatMap((charge) => reasonOf(charge, accountId) ?? []);
  if (standing.length > 1) {
    reasons.push({ code: 'several-live', params: { count: String(standing.length) } });
  }
  if (reasons.length > 0) return { kind: 'blocked', reasons: [...reasons, ...predecessors] };

  const [charge] = standing;
  if (charge) return { kind: 'one', charge, reasons: predecessors };

  const refunded = facts.referenced.filter((each) => livenessOf(each) === 'refunded');
  const needsConfirmation = refunded.length > 0 && facts.choices.newAfterRefund !== true;
  return {
    kind: 'none',
    generation: nextGeneration(refunded),
    reasons: needsConfirmation
      ? [...predecessors, { code: 'refunded-needs-confirmation' }]
      : predecessors,
  };
}
