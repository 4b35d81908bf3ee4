import { expect, it } from 'vitest';
import { cents } from '../../../../../lib/billing/money.ts';
import { day } from '../../../../fixtures/day.ts';
import { editedCharge } from './edited.ts';

it('another date for an invoice of which part was received asks for what is left', async () => {
  const at = await editedCharge();
  const { ixc } = at.bench;
  ixc.invoice = { ...ixc.invoice, status: 'partial', open: cents(5990), received: cents(4000) };
  await at.askAndRun({ dueDate: day('2026-12-20'), reason: 'pagou parte, resto dia 20' });
  expect(at.bench.live()).toMatchObject([{ dueDate: '2026-12-20', value: 5990 }]);
});
