import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../entrypoints/popup/summary/summary-groups.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { SummaryLine } from '../../../lib/ledger/summaries.ts';
import { complete, setupStories } from '../../e2e/surfaces/page-stories.ts';

const [panel] = complete.panels;
const [account] = complete.accounts;
if (!panel || !account) throw new Error('the story has a panel and an account');
const KEY = '11222333000181';
const SANDBOX = account.id;
const PRODUCTION = `production:${KEY}`;
const tally = (count: number) => ({ count, cents: cents(count * 100) });

function line(change: Partial<SummaryLine> = {}): SummaryLine {
  const none = tally(0);
  return {
    ...{ accountId: SANDBOX, providerKey: KEY, pending: tally(1), overdue: none },
    ...{ receivedToday: none, receivedInCashToday: none, confirmed: none },
    ...change,
  };
}

describe('the summary', () => {
  it('adds up what the accounts and panels have, each beside the total', () => {
    const second = { ...panel, origin: 'https://203.0.113.20', providerKey: 'outro' };
    const known = { ...complete, panels: [panel, second] };
    const lines = [line(), line({ providerKey: 'outro', pending: tally(4) })];
    const { total, groups, environment } = summarise(lines, known);
    expect(total.pending).toEqual(tally(5));
    expect(groups.map(({ figures }) => figures.pending.count)).toEqual([1, 4]);
    expect(environment).toBe('sandbox');
  });

  it('counts charges under a key of earlier as those of the panel that had it', () => {
    const known = { ...complete, panels: [{ ...panel, aliases: ['antigo'] }] };
    const { groups } = summarise([line(), line({ providerKey: 'antigo' })], known);
    expect(groups).toMatchObject([{ providerKey: KEY, figures: { pending: tally(2) } }]);
  });

  it('never adds tests to real money, not even when no real charge was made yet', () => {
    const both = setupStories['two-accounts'] ?? complete;
    const real = line({ accountId: PRODUCTION, pending: tally(3) });
    expect(summarise([line(), real], both)).toMatchObject({
      environment: 'production',
      total: { pending: tally(3) },
      groups: [
        { accountId: PRODUCTION, leftOut: null },
        { accountId: SANDBOX, leftOut: 'test' },
      ],
    });
    expect(summarise([line()], both).total.pending).toEqual(tally(0));
  });

  it('shows a removed account apart, because nothing of it is read any more', () => {
    const gone = line({ accountId: 'sandbox:99888777000100', overdue: tally(7) });
    const { total, groups } = summarise([line(), gone], complete);
    expect(total.overdue).toEqual(tally(0));
    expect(groups.map(({ leftOut }) => leftOut)).toEqual([null, 'gone']);
  });

  it('counts everything while the setup is not known, and says nothing of an empty ledger', () => {
    expect(summarise([line({ accountId: 'sandbox:1' })], null).total.pending).toEqual(tally(1));
    expect(summarise([], null)).toMatchObject({ environment: null, groups: [] });
  });

  it('loses and invents nothing: the groups that count are the total', () => {
    const some = fc.integer({ min: 0, max: 1000 }).map(tally);
    const lines = fc.array(
      fc.record({
        accountId: fc.constantFrom(SANDBOX, PRODUCTION, 'sandbox:9'),
        providerKey: fc.constantFrom(KEY, 'antigo', 'outro'),
        ...{ pending: some, overdue: some, receivedToday: some },
        ...{ receivedInCashToday: some, confirmed: some },
      }),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom(null, complete), (all, known) => {
        const { total, groups } = summarise(all, known);
        const counted = groups.filter(({ leftOut }) => leftOut === null);
        const sum = counted.reduce((count, { figures }) => count + figures.confirmed.cents, 0);
        expect(sum).toBe(total.confirmed.cents);
        const shown = groups.reduce((count, { figures }) => count + figures.confirmed.cents, 0);
        expect(shown).toBe(all.reduce((count, each) => count + each.confirmed.cents, 0));
      }),
    );
  });
});
