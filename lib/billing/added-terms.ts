/** A discount for paying early, as Asaas takes it. */
export interface Discount {
  /** Percent of the value, or cents. */
  readonly kind: 'percent' | 'fixed';
  readonly amount: number;
  /** Until this many days before the due date; 0 = until the due date. */
  readonly daysBefore: number;
}

/**
 * What a new charge carries besides value and date. Null leaves the field out of the request, so that the
 * account's own rule applies: an empty one would override it.
 */
export interface AddedTerms {
  /** Percent, once. At most 2 (Código de Defesa do Consumidor, art. 52). */
  readonly finePercent: number | null;
  /** Percent a month. At most 1. */
  readonly interestPercentMonth: number | null;
  readonly discount: Discount | null;
  /** Days after the due date until the boleto's registration lapses; 0 = not payable once overdue. */
  readonly registrationDays: number | null;
}

export const INHERITED_TERMS: AddedTerms = {
  finePercent: null,
  interestPercentMonth: null,
  discount: null,
  registrationDays: null,
};
