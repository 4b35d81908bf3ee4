import { expect, it } from 'vitest';
import { exportText } from '../../../../lib/engine/data/export.ts';
import { importText } from '../../../../lib/engine/data/import.ts';
import type { MessageRow } from '../../../../lib/ledger/message-rows.ts';
import { ORIGIN } from '../../../fixtures/settings.ts';
import { installation, NOW, usedInstallation } from './two-installations.ts';

const opened: MessageRow = {
  id: 'a'.repeat(32),
  at: NOW - 60_000,
  settledAt: NOW - 60_000,
  state: 'opened',
  channel: 'whatsapp',
  template: 'second-copy',
  length: 240,
  seat: 'installation-1',
  origin: ORIGIN,
  providerKey: '11222333000181',
  accountId: 'sandbox:11222333000181',
  chargeIds: ['pay_000000000001', 'pay_000000000002'],
  invoiceIds: ['1001', '1002'],
  customerId: '77',
};

it('messages come along as they were, once, and one on its way is one that nobody knows', async () => {
  const from = await usedInstallation();
  const sending: MessageRow = {
    ...opened,
    id: 'b'.repeat(32),
    state: 'sending',
    channel: 'ixc-sms',
  };
  await from.ledger.messages.bulkPut([opened, sending]);
  const to = await installation({ installationId: 'instalacao-nova' });
  const text = await exportText(from);
  expect((await importText(to, text)).ok).toBe(true);
  const expected = [opened, { ...sending, state: 'unknown' }];
  expect(await to.ledger.messages.toArray()).toEqual(expected);

  // What was said of it here since is not unsaid by the file.
  await to.ledger.messages.update(opened.id, { state: 'sent' });
  await importText(to, text);
  expect(await to.ledger.messages.toArray()).toEqual([{ ...opened, state: 'sent' }, expected[1]]);
});
