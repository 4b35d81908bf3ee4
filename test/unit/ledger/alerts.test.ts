import { describe, expect, it } from 'vitest';
import {
  dismissAlert,
  openAlerts,
  raiseAlert,
  withdrawAlert,
  type Sighting,
} from '../../../lib/ledger/alerts.ts';
import { freshLedger } from '../engine/engine-ports.ts';

const TWICE: Sighting = {
  kind: 'paid-twice',
  accountId: 'sandbox:falsa',
  subject: '1001',
  providerKey: 'provedor-falso',
  invoiceId: '1001',
  chargeIds: ['pay_1', 'pay_2'],
  detail: { cents: 9990 },
};
const ID = 'paid-twice:sandbox:falsa:1001';

describe('an alert', () => {
  it('is one, however often it is seen, and says since when', async () => {
    const ledger = freshLedger();
    expect(await raiseAlert(ledger, TWICE, 10)).toBe(true);
    const again = { ...TWICE, chargeIds: ['pay_2', 'pay_1'] };
    expect(await raiseAlert(ledger, again, 20)).toBe(false);
    expect(await openAlerts(ledger)).toMatchObject([{ id: ID, firstAt: 10, lastAt: 20 }]);
  });

  it('stays dismissed while nothing changes, and comes back when something does', async () => {
    const ledger = freshLedger();
    await raiseAlert(ledger, TWICE, 10);
    expect(await dismissAlert(ledger, ID, 15)).toBe(true);
    expect(await raiseAlert(ledger, TWICE, 20)).toBe(false);
    expect(await openAlerts(ledger)).toEqual([]);
    const third = { ...TWICE, chargeIds: ['pay_1', 'pay_2', 'pay_3'] };
    expect(await raiseAlert(ledger, third, 30)).toBe(true);
    expect(await openAlerts(ledger)).toMatchObject([{ firstAt: 10, lastAt: 30 }]);
  });

  it('goes when what it tells of is no longer so', async () => {
    const ledger = freshLedger();
    await raiseAlert(ledger, TWICE, 10);
    await withdrawAlert(ledger, TWICE);
    expect(await openAlerts(ledger)).toEqual([]);
    expect(await dismissAlert(ledger, ID, 20)).toBe(false);
  });
});
