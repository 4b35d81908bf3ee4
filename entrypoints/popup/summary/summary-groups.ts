import { cents } from '../../../lib/billing/money.ts';
import type { Environment } from '../../../lib/billing/charge.ts';
import type { SummaryLine, Tally } from '../../../lib/ledger/summaries.ts';
import { environmentOf, panelOfKey, type Known } from '../places.ts';

/** The five numbers of a summary. */
export type Figures = Omit<SummaryLine, 'accountId' | 'providerKey'>;

/** What one account has to show for one panel. */
export interface SummaryGroup {
  readonly accountId: string;
  /** The panel's key of today; that of the charges where no panel has it. */
  readonly providerKey: string;
  /** `test`: beside real money, tests count for nothing. `gone`: nothing of the account is read any more. */
  readonly leftOut: 'test' | 'gone' | null;
  readonly figures: Figures;
}

export interface Summary {
  /** Of all groups that are not left out. */
  readonly total: Figures;
  readonly environment: Environment | null;
  readonly groups: readonly SummaryGroup[];
}

/**
 * The totals and what they are made of. Charges under a panel's earlier keys are that panel's; those of
 * tests are no money as soon as there is real money to count; those of an account that was removed grow
 * old, and are shown and not counted. While the setup is not known (null) no account counts as removed.
 */
export function summarise(lines: readonly SummaryLine[], known: Known): Summary {
  const isReal = [
    ...lines.map(({ accountId }) => accountId),
    ...(known?.accounts.map(({ id }) => id) ?? []),
  ].some((id) => environmentOf(id) === 'production');
  const groups = merged(lines, known).map((group) => ({
    ...group,
    leftOut: leftOut(group.accountId, known, isReal),
  }));
  const counted = groups.filter((group) => group.leftOut === null);
  const environment = isReal ? 'production' : 'sandbox';
  return {
    total: counted.reduce((sum, { figures }) => plus(sum, figures), NONE),
    environment: groups.length === 0 ? null : environment,
    groups: [...counted, ...groups.filter((group) => group.leftOut !== null)],
  };
}

function merged(
  lines: readonly SummaryLine[],
  known: Known,
): readonly Omit<SummaryGroup, 'leftOut'>[] {
  const groups = new Map<string, Omit<SummaryGroup, 'leftOut'>>();
  for (const { accountId, providerKey: key, ...figures } of lines) {
    const providerKey = panelOfKey(key, known)?.providerKey ?? key;
    const place = `${accountId}\n${providerKey}`;
    const before = groups.get(place)?.figures ?? NONE;
    groups.set(place, { accountId, providerKey, figures: plus(before, figures) });
  }
  return [...groups.values()];
}

function leftOut(accountId: string, known: Known, isReal: boolean): SummaryGroup['leftOut'] {
  if (known !== null && !known.accounts.some(({ id }) => id === accountId)) return 'gone';
  return isReal && environmentOf(accountId) === 'sandbox' ? 'test' : null;
}

const NOTHING: Tally = { count: 0, cents: cents(0) };

const NONE: Figures = {
  pending: NOTHING,
  overdue: NOTHING,
  receivedToday: NOTHING,
  receivedInCashToday: NOTHING,
  confirmed: NOTHING,
};

function plus(one: Figures, other: Figures): Figures {
  const add = (figure: keyof Figures): Tally => ({
    count: one[figure].count + other[figure].count,
    cents: cents(one[figure].cents + other[figure].cents),
  });
  return {
    pending: add('pending'),
    overdue: add('overdue'),
    receivedToday: add('receivedToday'),
    receivedInCashToday: add('receivedInCashToday'),
    confirmed: add('confirmed'),
  };
}
