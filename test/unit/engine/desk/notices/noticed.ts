import { createNoticeHandlers } from '../../../../../lib/engine/desk/notices/handlers.ts';
import { itemCounts } from '../../../../../lib/ledger/notice-items.ts';
import { FRUGAL_GRID } from '../../../../../lib/billing/notices/frugal-grid.ts';
import type { NoticeGrid } from '../../../../../lib/billing/notices/notice.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import type { NoticesRunJobRow } from '../../../../../lib/ledger/notice-rows.ts';
import type { Notifier } from '../../../../../lib/billing/send-plan.types.ts';
import { account } from '../../../../fixtures/settings.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { createWorkbench, ORIGIN } from '../../workbench.ts';

const CPFS = ['52998224725', '11144477735', '12345678909'];

/** An account with payers of ours and of others, and what a person asks of their notices. */
export async function noticedPayers({
  ours = 4,
  notifier = 'asaas',
}: { ours?: number; notifier?: Notifier } = {}) {
  const bench = createWorkbench();
  const browser = bench.browser();
  const { ports, runner } = await browser.worker();
  bench.configure((settings) => ({
    ...settings,
    sending: { ...settings.sending, notifier },
    payerNotices: { grid: FRUGAL_GRID, newPayers: false },
  }));
  const emulated = bench.asaas.snapshot().accounts.find(({ id }) => id.includes('sandbox'));
  const accountId = emulated?.id ?? bench.asaas.snapshot().accounts[0]?.id ?? '';

  const seed = (reference: string | undefined, more: Readonly<Record<string, unknown>> = {}) =>
    bench.asaas.seedCustomer(accountId, {
      name: 'Cliente Exemplo',
      cpfCnpj: CPFS[0],
      email: 'cliente@provedor.example',
      ...(reference === undefined ? {} : { externalReference: reference }),
      ...more,
    });
  const payers = Array.from({ length: ours }, (_, at) => seed(`ixc:${KEY}:c:${at + 1}`).id);
  const foreign = [seed(undefined).id, seed('ixc:outro-provedor:c:1').id, seed('LOJA-7').id];

  const noticesOf = (payerId: string) =>
    bench.asaas
      .snapshot()
      .accounts.flatMap(({ notifications }) => notifications)
      .filter(({ customer }) => customer === payerId);
  const customer = (payerId: string) =>
    bench.asaas
      .customers()
      .concat(allCustomers())
      .find(({ id }) => id === payerId);
  const allCustomers = () => bench.asaas.snapshot().accounts.flatMap(({ customers }) => customers);
  const batches = () => bench.asaas.requests({ method: 'PUT', path: '/v3/notifications/batch' });
  /** Every request that changes something. */
  const writes = () => bench.asaas.requests({}).filter(({ method }) => method !== 'GET');

  const handlersOf = (engine: EnginePorts) =>
    createNoticeHandlers({
      engine,
      settings: {
        update: (change) => {
          bench.configure(change);
          return Promise.resolve(bench.settings);
        },
      },
      wake: () => undefined,
    });
  const own = handlersOf(ports);

  const run = async (): Promise<NoticesRunJobRow> => {
    const jobs = await ports.ledger.jobs.toArray();
    const runs = jobs
      .filter((job): job is NoticesRunJobRow => job.kind === 'notices-run')
      .toSorted((a, b) => b.createdAt - a.createdAt);
    const [newest] = runs;
    if (!newest) throw new Error('no standardisation');
    return newest;
  };

  return {
    ...{ bench, browser, ports, runner, payers, foreign, own },
    ...{ seed, noticesOf, customer, batches, writes, handlersOf, run },
    counts: async () => itemCounts(ports.ledger, (await run()).id),
    survey: () =>
      own['payer-notices/survey']({
        verb: 'payer-notices/survey',
        accountId: account.id,
        origin: ORIGIN,
      }),
    confirm: async (count: number) =>
      own['payer-notices/confirm']({
        verb: 'payer-notices/confirm',
        jobId: (await run()).id,
        payers: count,
      }),
    hold: async (held: boolean) =>
      own['payer-notices/hold']({ verb: 'payer-notices/hold', jobId: (await run()).id, held }),
    choose: (grid: NoticeGrid) => {
      bench.configure((settings) => ({
        ...settings,
        payerNotices: { ...settings.payerNotices, grid },
      }));
    },
  };
}
