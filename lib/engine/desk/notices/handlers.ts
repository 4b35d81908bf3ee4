import { fail, ok, type Result } from '../../../billing/result.ts';
import type { NoticeFees } from '../../../billing/notices/notice-cost.ts';
import { environmentOf } from '../../../ledger/charges.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PageHandlers } from '../../../messages/router.ts';
import type { SettingsStore } from '../../../settings/store.ts';
import { confirmRun, enqueueRun, holdRun, retryFailed } from '../../outbox/notices/run-orders.ts';
import type { EnginePorts } from '../../ports.ts';
import { storing } from '../../setup/storing.ts';
import { readNoticeFees } from './fees.ts';

export type NoticeVerb = Extract<keyof PageHandlers, `payer-notices/${string}`>;

export interface NoticeHandlerPorts {
  readonly engine: EnginePorts;
  readonly settings: Pick<SettingsStore, 'update'>;
  /** Carries on what was just asked for. */
  readonly wake: () => void;
}

/** What pages may ask about what Asaas tells payers. */
export function createNoticeHandlers({
  engine,
  settings,
  wake,
}: NoticeHandlerPorts): Pick<PageHandlers, NoticeVerb> {
  const waking = async <T>(order: Promise<Result<T, FailureView>>) => {
    const outcome = await order;
    if (outcome.ok) wake();
    return outcome;
  };
  return {
    'payer-notices/save': ({ payerNotices }) =>
      storing(async () => {
        await settings.update((current) => ({ ...current, payerNotices }));
        return ok(null);
      }),
    'payer-notices/fees': ({ accountId }) => feesOf(engine, accountId),
    'payer-notices/survey': ({ accountId, origin }) =>
      waking(storing(() => survey(engine, accountId, origin))),
    'payer-notices/confirm': ({ jobId, payers }) =>
      waking(storing(() => confirmRun(engine, jobId, payers))),
    'payer-notices/hold': ({ jobId, held }) => waking(storing(() => holdRun(engine, jobId, held))),
    'payer-notices/retry': ({ jobId }) => waking(storing(() => retryFailed(engine, jobId))),
  };
}

async function feesOf(
  engine: EnginePorts,
  accountId: string,
): Promise<Result<NoticeFees, FailureView>> {
  const { accounts } = await engine.readSettings();
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) return fail({ code: 'no-account' });
  const client = await engine.asaas(account, 'person');
  return client.ok ? readNoticeFees(client.value) : client;
}

/** Only under a key that was confirmed: by it alone payers are known to be ours. */
async function survey(
  engine: EnginePorts,
  accountId: string,
  origin: string,
): Promise<Result<null, FailureView>> {
  const { accounts, panels, sending, payerNotices } = await engine.readSettings();
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) return fail({ code: 'no-account' });
  const providerKey = panels.find((panel) => panel.origin === origin)?.providerKey ?? null;
  if (providerKey === null) return fail({ code: 'panel-unknown' });
  if (sending.notifier === null) return fail({ code: 'notices-unchosen' });
  await enqueueRun(engine, {
    accountId,
    environment: environmentOf(accountId) === 'production' ? 'production' : 'sandbox',
    origin,
    providerKey,
    notifier: sending.notifier,
    grid: payerNotices.grid,
  });
  return ok(null);
}
