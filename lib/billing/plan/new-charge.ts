import { isAdoptable } from '../adoptable.ts';
import { type CivilDate, formatDayMonthYear } from '../calendar.ts';
import { discountOf } from '../discount.ts';
import { cents } from '../money.ts';
import { ownKeys } from '../own-keys.ts';
import { chargeReference } from '../reference.ts';
import type {
  BlockReason,
  PayerPlan,
  ReplacedCharge,
  SendFacts,
  SendPlan,
  Warning,
} from '../send-plan.types.ts';
import { describeCharge } from './describe.ts';
import { draftTerms, type DraftTerms } from './draft-terms.ts';
import { lookalikes } from './lookalikes.ts';
import { choosePayer, documentReasons } from './payer.ts';
import { liveReason } from './predecessors.ts';
import { minimumReasons, type OpenQuestion, type Terms, termsOfNewCharge } from './terms.ts';
import { payerWarnings } from './warnings.ts';

/** What a new charge would be, as far as it can be told, and what is in its way. */
export interface NewChargeDraft {
  readonly terms: Terms | null;
  readonly added: DraftTerms | null;
  readonly payer: PayerPlan | null;
  readonly reasons: readonly BlockReason[];
  readonly overdue: OpenQuestion['overdue'] | null;
}

/** Looks at terms and payer independently, so that every reason is told at once. */
export function draftNewCharge(
  facts: SendFacts,
  invoiceDue: CivilDate,
  providerKey: string | null,
): NewChargeDraft {
  const reasons: BlockReason[] = [];
  const terms = termsOfNewCharge(facts, invoiceDue);
  const billingType = facts.choices.billingType ?? facts.rules.billingType;
  const added = terms.ok ? draftTerms(facts, terms.value, billingType) : null;
  // Before the choice is made, the value is taken at its highest: only a hopeless one is refused.
  const highest = terms.ok
    ? cents(terms.value.value - discountOf(added?.terms.discount ?? null, terms.value.value))
    : cents(facts.invoice.open + terms.error.overdue.accrued.total);
  reasons.push(...minimumReasons(highest));
  if (!terms.ok) reasons.push(terms.error.reason);

  if (!facts.unreferencedRead) reasons.push({ code: 'too-many-to-check' });
  const document = documentReasons(facts.customer.document);
  reasons.push(...document);
  const payer =
    document.length === 0 && providerKey !== null ? choosePayer(facts, providerKey) : null;
  if (payer && !payer.ok) reasons.push(payer.error);

  return {
    terms: terms.ok ? terms.value : null,
    added,
    payer: payer?.ok ? payer.value : null,
    reasons,
    overdue: terms.ok ? null : terms.error.overdue,
  };
}

/** The plan once nothing is in the way: link a charge that looks the same, ask about it, or create one. */
export function planNewCharge(
  facts: SendFacts,
  ready: {
    readonly account: NonNullable<SendFacts['account']>;
    readonly providerKey: string;
    readonly generation: number;
    readonly replaces: readonly ReplacedCharge[];
    readonly terms: Terms;
    readonly added: DraftTerms;
    readonly payer: PayerPlan;
    readonly invoiceDue: CivilDate;
    readonly warnings: readonly Warning[];
  },
): SendPlan {
  const { invoice, choices, rules } = facts;
  const { account, terms, added, payer, replaces, warnings } = ready;
  const keys = ownKeys(ready.providerKey, facts.aliases);
  const alike = lookalikes(facts, keys, terms, ready.invoiceDue);
  const adopted = alike.find((charge) => charge.id === choices.adoptChargeId);
  if (adopted && isAdoptable(adopted, invoice.id)) {
    // Only a creation waits for the old charge to be gone: linking would leave two to be paid.
    if (replaces.length > 0) {
      return { kind: 'blocked', reasons: replaces.map(liveReason), overdue: null };
    }
    const besides = alike.flatMap(({ id }) => (id === adopted.id ? [] : id)).toSorted();
    return { kind: 'adopt', charge: adopted, besides, warnings };
  }
  const seen = new Set(choices.createAnotherThan);
  if (alike.some(({ id }) => !seen.has(id))) return { kind: 'duplicate', charges: alike };
  return {
    kind: 'new',
    draft: {
      accountId: account.id,
      environment: account.environment,
      reference: chargeReference(ready.providerKey, invoice.id, ready.generation),
      billingType: choices.billingType ?? rules.billingType,
      value: terms.value,
      dueDate: terms.dueDate,
      description: describeCharge(rules.description, {
        titulo: invoice.id,
        vencimento: formatDayMonthYear(ready.invoiceDue),
        documento: invoice.document,
        contrato: invoice.contractId,
        provedor: facts.providerName,
      }),
      containsAccrued: terms.containsAccrued,
      terms: added.terms,
    },
    payer,
    accrued: terms.accrued,
    replaces,
    warnings: [...warnings, ...terms.warnings, ...added.warnings, ...payerWarnings(facts, payer)],
  };
}
