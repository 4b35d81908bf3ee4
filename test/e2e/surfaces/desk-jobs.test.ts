import { expect, test } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { NO_DESK, type DeskSnapshot } from '../../../lib/messages/drawer-desk.ts';
import { sent, useDrawer } from './drawer-page.ts';
import { charged, job, noPlan, ready } from './drawer-samples.ts';

const drawer = useDrawer();
const charge = await charged();
const chargeId = charge.id;

const desks: readonly [cancels: string, mark: string, Partial<DeskSnapshot>][] = [
  [
    'cancel-act',
    'data-act-job',
    { acts: { chargeId, offered: [], job: job('queued', { kind: 'act' }), refunds: null } },
  ],
  [
    'cancel-edit',
    'data-edit-job',
    {
      edit: {
        ...{ chargeId, refusal: null, form: null, job: job('queued', { kind: 'edit' }) },
        ...{ replacesEarlier: false, ixcStill: null },
      },
    },
  ],
  [
    'cancel-notices',
    'data-notices-job',
    {
      notices: {
        ...{ chargeId, open: true, payer: null, failure: null, twice: [] },
        fees: { messaging: cents(99), whatsapp: cents(55), call: null },
        cost: { onTime: null, late: null },
        job: job('queued', { kind: 'notices' }),
      },
    },
  ],
  [
    'cancel-payer-update',
    'data-payer-job',
    {
      payer: {
        ...{ customerId: '901', payerId: 'cus_exemplo00001', differences: [], seen: 'mark-1' },
        ...{ job: job('queued', { kind: 'payer' }), failure: null, charges: {} },
        ...{ shared: [], sharedRead: true, sentWith: null },
        putBack: { fields: [], onlyAsaas: [], unusable: [] },
      },
    },
  ],
];

test.each(desks)('%s is asked for by a person’s click alone', async (verb, mark, desk) => {
  const frame = await drawer.open({
    snapshot: { ...ready, ...noPlan, charge, desk: { ...NO_DESK, ...desk } },
  });
  const cancel = frame.locator(`[${mark}="queued"]`).getByRole('button');
  await cancel.evaluate((button: HTMLButtonElement) => {
    button.click();
  });
  await cancel.click();
  const cancels = (await sent(frame)).filter((one) => one.verb.startsWith('cancel-'));
  expect(cancels).toEqual([{ verb, jobId: 'job-1' }]);
});
