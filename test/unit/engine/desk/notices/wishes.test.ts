import { describe, expect, it } from 'vitest';
import { FRUGAL_GRID } from '../../../../../lib/billing/notices/frugal-grid.ts';
import { NOTICE_CHANNELS } from '../../../../../lib/billing/notices/notice.ts';
import type { NoticeWish } from '../../../../../lib/billing/notices/notice.ts';
import type { Notifier } from '../../../../../lib/billing/send-plan.types.ts';
import { enqueueNotices } from '../../../../../lib/engine/outbox/notices/enqueue-notices.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../../fixtures/settings.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { sent } from '../../outbox/sent.ts';
import { createWorkbench, letPass } from '../../workbench.ts';

/** A charge that was sent, and a drawer in which what Asaas tells its payer is shown. */
async function shown(notifier: Notifier) {
  const bench = createWorkbench();
  bench.configure((settings) => ({
    ...settings,
    sending: { ...settings.sending, notifier },
    payerNotices: { grid: FRUGAL_GRID, newPayers: false },
  }));
  const told = { email: true, sms: false, collection: false };
  bench.ixc.customer = { ...bench.ixc.customer, told };
  const at = await sent(bench);
  await letPass(bench, [at.runner], 12);
  const drawer = openDrawerOf({ engine: at.ports, runner: at.runner });
  await drawer.until(({ charge }) => charge !== null);
  void drawer.session.handle({ verb: 'notices', open: true });
  const first = await drawer.until(({ desk }) => desk.notices?.payer != null);
  const targetId = first.desk.notices?.payer?.id ?? '';
  return {
    ...at,
    ...drawer,
    first,
    targetId,
    isSilenced: () => bench.asaas.customers()[0]?.notificationDisabled,
    notices: () => bench.asaas.snapshot().accounts.flatMap(({ notifications }) => notifications),
    /** What the drawer of another invoice of the same customer asks for. */
    askElsewhere: (wish: NoticeWish) =>
      enqueueNotices(at.ports, {
        ...{ accountId: account.id, environment: 'sandbox', origin: ORIGIN, providerKey: KEY },
        ...{ invoiceId: '1002', targetId, because: 'asked', wish },
      }),
  };
}

describe('a wish while another one is under way for the same payer', () => {
  it('is refused aloud, and can be asked for once that is over', async () => {
    const at = await shown('asaas');
    await writePaused(at.ports.ledger, true);
    await at.askElsewhere({ silenced: null, channels: { created: { sms: false } } });
    await at.session.handle({ verb: 'notices-silence', silenced: true });
    await at.until(({ desk }) => desk.notices?.failure?.code === 'notices-under-way');
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 5);
    expect(at.isSilenced()).toBe(false);
    await at.session.handle({ verb: 'notices-silence', silenced: true });
    const after = await at.until(({ desk }) => desk.notices?.payer?.silenced === true);
    expect(after.desk.notices?.failure).toBeNull();
    expect(at.isSilenced()).toBe(true);
  });

  it('is that one, where it wants the same', async () => {
    const at = await shown('asaas');
    await writePaused(at.ports.ledger, true);
    await at.askElsewhere({ silenced: true, channels: {} });
    await at.session.handle({ verb: 'notices-silence', silenced: true });
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 5);
    expect((await at.until(() => true)).desk.notices?.failure).toBeNull();
    expect(at.isSilenced()).toBe(true);
  });
});

describe('a silenced payer', () => {
  it('is shown with what it would be told, and what that would cost', async () => {
    const { first } = await shown('none');
    const { payer, cost, fees } = first.desk.notices ?? {};
    expect(payer?.silenced).toBe(true);
    expect(payer?.rows.filter(({ channels }) => channels.sms)).toEqual([]);
    expect(payer?.rows.find(({ slot }) => slot === 'created')?.channels.email).toBe(true);
    expect(cost?.onTime).toBe(fees?.messaging);
  });

  it('that is switched on is told by the account’s scheme, and not by whatever Asaas had', async () => {
    const at = await shown('none');
    await at.session.handle({ verb: 'notices-silence', silenced: false });
    await at.until(({ desk }) => desk.notices?.payer?.silenced === false);
    expect(at.isSilenced()).toBe(false);
    const bySms = at.notices().filter((one) => one.enabled && one.smsEnabledForCustomer);
    expect(bySms).toEqual([]);
  });
});

describe('that IXC tells the customer as well', () => {
  it('is no warning while Asaas has nothing switched on for it', async () => {
    const at = await shown('asaas');
    expect(at.first.desk.notices?.twice).toEqual(['email']);
    const none = Object.fromEntries(NOTICE_CHANNELS.map((channel) => [channel, false]));
    const channels = Object.fromEntries(Object.keys(FRUGAL_GRID).map((slot) => [slot, none]));
    await at.askElsewhere({ silenced: null, channels });
    await letPass(at.bench, [at.runner], 3);
    await at.session.handle({ verb: 'notices', open: true });
    const after = await at.until(({ desk }) => desk.notices?.twice.length === 0);
    expect(after.desk.notices?.payer?.silenced).toBe(false);
  });
});
