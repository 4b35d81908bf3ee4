import type { Charge } from '../charge.ts';
import type { BlockReason, ReplacedCharge, SendFacts } from '../send-plan.types.ts';
import { isGone } from '../standing.ts';
import { livenessOf } from '../status.ts';
import { predecessorsOf } from './predecessors.ts';
import { notFoundReason } from './not-found.ts';
import { underAliasReason } from './under-alias-reason.ts';

/** What the charges that already carry a reference of this invoice leave to decide. */
export type Existing =
  /** None stands: a new one may be created, as this generation, once the reasons are out of the way. */
  | {
      readonly kind: 'none';
      readonly generation: number;
      readonly replaces: readonly ReplacedCharge[];
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

/**
 * A charge that was given back keeps the first reference. Whatever follows it, however often, shares the
 * second: locating asks for these two and no more, so a third one would be a charge that nobody finds.
 */
const FIRST = 1;
const AFTER_REFUND = 2;

function reasonOf(
  { unproven }: Pick<SendFacts, 'unproven'>,
  charge: Charge,
  accountId: string | null,
): BlockReason | null {
  switch (livenessOf(charge)) {
    case 'paid':
      // Another provider's money is no reason to register a receipt here.
      return unproven.includes(charge.id)
        ? underAliasReason(charge)
        : { code: 'already-paid', params: { charge: charge.id } };
    case 'unknown':
      return (
        notFoundReason(charge) ?? {
          code: 'charge-unknown-status',
          params: { charge: charge.id, status: charge.status },
        }
      );
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

/** Reads the charges of this invoice, and of those renegotiated into it, as one situation. */
export function existingCharge(facts: SendFacts): Existing {
  const accountId = facts.account?.id ?? null;
  const standing = facts.referenced.filter((charge) => !isGone(charge));
  const { reasons: predecessors, replaces } = predecessorsOf(facts, standing.length === 0);

  const reasons = standing.flatMap((charge) => reasonOf(facts, charge, accountId) ?? []);
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
    generation: refunded.length > 0 ? AFTER_REFUND : FIRST,
    replaces,
    reasons: needsConfirmation
      ? [...predecessors, { code: 'refunded-needs-confirmation' }]
      : predecessors,
  };
}
