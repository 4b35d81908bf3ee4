import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import type { CreateJobRow } from '../../../../lib/ledger/rows.ts';
import { PANEL, type TestSetup } from './setup-kit.ts';

/** A sending of an invoice that was confirmed in the panel, in whatever state it is now. */
export async function seedJob(
  { engine, settings }: TestSetup,
  accountId: string,
  change: Partial<CreateJobRow> = {},
): Promise<CreateJobRow> {
  const { accounts, panels } = await settings.read();
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) throw new Error(`no account ${accountId}`);
  const job = await enqueueCreate(engine, {
    account,
    origin: PANEL,
    providerKey: panels[0]?.providerKey ?? '11222333000181',
    invoiceId: '1001',
    confirmation: 'seen',
    choices: {},
  });
  const changed = { ...job, ...change } as CreateJobRow;
  await engine.ledger.jobs.put(changed);
  return changed;
}
