import { expect, test } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { FRUGAL_GRID } from '../../../lib/billing/notices/frugal-grid.ts';
import { NOTICE_SLOTS } from '../../../lib/billing/notices/notice.ts';
import type {
  NoticeItemRow,
  NoticeItemState,
  NoticesRunJobRow,
} from '../../../lib/ledger/notice-rows.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { PayerNotices } from '../../../lib/messages/payer-notices.ts';
import { sent, useDrawer } from './drawer-page.ts';
import { charged, ready } from './drawer-samples.ts';
import { accessibilityProblems, contrastProblems, isFine, look } from './gallery.ts';
import { useOptions } from './options-page.ts';
import { complete } from './page-stories.ts';
import { KEY, NOW, ORIGIN, SANDBOX } from './popup-samples.ts';

const drawer = useDrawer();
const charge = await charged();

const payer: NonNullable<PayerNotices['payer']> = {
  id: 'cus_000000000077',
  silenced: false,
  hasEmail: true,
  hasPhone: false,
  changeable: true,
  rows: NOTICE_SLOTS.map((slot, at) => ({
    id: `not_${at}`,
    slot,
    event: 'PAYMENT',
    scheduleOffset: slot === 'due-soon' ? 10 : slot === 'overdue-again' ? 7 : 0,
    channels: { email: true, sms: slot === 'overdue', whatsapp: false, call: false },
  })),
};

const notices: PayerNotices = {
  chargeId: charge.id,
  open: true,
  payer,
  failure: null,
  fees: { messaging: cents(99), whatsapp: cents(55), call: null },
  cost: { onTime: cents(99), late: cents(99) },
  twice: ['email', 'sms', 'collection', 'carteira'],
  job: null,
};

const showing = (change: Partial<PayerNotices> = {}): DrawerSnapshot => ({
  ...ready,
  plan: null,
  planId: null,
  charge,
  desk: { ...NO_DESK, notices: { ...notices, ...change } },
});

const stories: Readonly<Record<string, Partial<PayerNotices>>> = {
  told: {},
  silenced: { payer: { ...payer, silenced: true }, twice: [] },
  anothers: { payer: { ...payer, changeable: false, hasPhone: true }, twice: [] },
  dear: {
    fees: { messaging: null, whatsapp: cents(1055), call: cents(60) },
    payer: {
      ...payer,
      hasPhone: true,
      rows: payer.rows.map((row) => ({
        ...row,
        channels: { email: true, sms: true, whatsapp: true, call: true },
      })),
    },
    twice: [],
  },
  unread: { payer: null, failure: { code: 'asaas-network' }, twice: [] },
};

test.each(Object.entries(stories))(
  'the drawer shows notices that are %s legibly and accessibly, light and dark, wide and narrow',
  async (name, story) => {
    const frame = await drawer.open({ snapshot: showing(story) });
    await frame.getByRole('button', { name: /Avisos do Asaas/ }).waitFor();
    const as = `notices-${name}`;
    await frame.evaluate(() => document.querySelector('[data-notices]')?.scrollIntoView());
    await isFine(drawer.host(), frame, { name: as, wide: 420, narrow: 320 });
  },
);

test('one switch asks for one event by one channel', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  await frame.getByRole('switch', { name: 'Venceu, SMS', exact: true }).click();
  await expect
    .poll(() => sent(frame))
    .toContainEqual({ verb: 'notices-switch', slot: 'overdue', channel: 'sms', on: false });
  await frame.getByRole('switch', { name: 'O Asaas avisa este pagador' }).click();
  await expect.poll(() => sent(frame)).toContainEqual({ verb: 'notices-silence', silenced: true });
});

test('a price that the account does not tell is unknown, and never zero', async () => {
  const frame = await drawer.open({ snapshot: showing({ cost: { onTime: null, late: null } }) });
  const facts = frame.locator('[data-notices] .facts');
  expect(await facts.getByText('preço desconhecido').count()).toBe(3);
  expect(await frame.getByText('R$ 0,00').count()).toBe(0);
});

test('every event says by every channel what it costs, and e-mail and SMS once a charge', async () => {
  const whatsapp = { email: false, sms: false, whatsapp: true, call: false };
  const rows = payer.rows.map((row) =>
    row.slot === 'received' ? { ...row, channels: whatsapp } : row,
  );
  const frame = await drawer.open({ snapshot: showing({ payer: { ...payer, rows } }) });
  const line = (name: string) => frame.getByRole('row', { name });
  await line('Cobrança criada').getByText('R$ 0,99').waitFor();
  await line('Pagamento recebido').getByText('R$ 0,55').waitFor();
  expect(await line('Venceu').getByText('incl.').count()).toBe(2);
  const described = await frame
    .getByRole('switch', { name: 'Venceu, SMS', exact: true })
    .evaluate((box) => {
      const id = box.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent;
    });
  expect(described).toContain('incluído');
});

test('an event of an unknown price says so, and never R$ 0,00', async () => {
  const fees = { messaging: null, whatsapp: null, call: null };
  const cost = { onTime: null, late: null };
  const frame = await drawer.open({ snapshot: showing({ fees, cost }) });
  const row = frame.getByRole('row', { name: 'Cobrança criada' });
  await row.getByText('?', { exact: true }).waitFor();
  expect(await row.getByText('preço desconhecido').count()).toBe(1);
  await frame.getByText('“?” é um preço desconhecido').waitFor();
  expect(await frame.getByText('R$ 0,00').count()).toBe(0);
});

test('another provider’s payer is shown, and a switch of it does nothing', async () => {
  const frame = await drawer.open({ snapshot: showing(stories['anothers']) });
  await frame.getByRole('switch', { name: 'Venceu, SMS', exact: true }).click({ force: true });
  await frame.getByText('é de outro provedor').waitFor();
  expect((await sent(frame)).filter(({ verb }) => verb === 'notices-switch')).toEqual([]);
});

test('the letter V opens it', async () => {
  const frame = await drawer.open({ snapshot: showing({ open: false, payer: null }) });
  await frame.getByRole('heading', { level: 1 }).focus();
  await drawer.host().keyboard.press('v');
  await expect.poll(() => sent(frame)).toContainEqual({ verb: 'notices', open: true });
});

const { open, openOver, section, page, sent: asked } = useOptions();
const options = () => section('Avisos do Asaas aos clientes');
const told = { ...complete, sending: { ...complete.sending, notifier: 'asaas' as const } };

const JOB = 'c'.repeat(32);
function run(change: Partial<NoticesRunJobRow> = {}): NoticesRunJobRow {
  return {
    ...{ kind: 'notices-run', id: JOB, state: 'waiting', activeKey: `notices-run:${SANDBOX}` },
    ...{ accountId: SANDBOX, environment: 'sandbox', origin: ORIGIN, providerKey: KEY },
    ...{ invoiceId: '', createdAt: NOW - 60_000, revision: 3, nextAt: null, tries: 0, lease: null },
    ...{ attempts: [], absentLocates: [], reasons: [], failure: null, chargeId: null },
    ...{ verifications: 0, phase: 'ready', notifier: 'asaas', grid: FRUGAL_GRID, offset: 0 },
    held: false,
    ...change,
  };
}

function items(states: Readonly<Partial<Record<NoticeItemState, number>>>): NoticeItemRow[] {
  return Object.entries(states).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ jobId: JOB, payerId: `cus_${state}_${at}`, state: state as NoticeItemState },
      ...{ silenced: false, hasEmail: true, hasPhone: true, asked: state === 'failed' ? 1 : 0 },
      failure:
        state === 'failed' ? ({ code: 'asaas-rejected', detail: 'Recusado.' } as const) : null,
    })),
  );
}

/** Over, or called off: without the key that keeps a second one away. */
function over(state: 'done' | 'cancelled'): Omit<NoticesRunJobRow, 'activeKey'> {
  const { activeKey: _none, ...rest } = run({ state, phase: 'changing' });
  return rest;
}

test('the scheme is chosen with its price beside it, and saved', async () => {
  await open(told);
  await options().getByText('Quem avisa o cliente é o Asaas.').waitFor();
  await options().getByRole('checkbox', { name: 'Venceu, WhatsApp' }).check();
  // 0,99 for e-mail, 0,55 for the one WhatsApp.
  await options().getByText('R$ 1,54').waitFor();
  await options().getByRole('checkbox', { name: 'Também nos pagadores novos' }).check();
  await options().getByRole('button', { name: 'Salvar' }).click();
  await expect
    .poll(() => asked('payer-notices/save'))
    .toMatchObject([{ payerNotices: { newPayers: true, grid: { overdue: { whatsapp: true } } } }]);
});

test('what would change is seen, and its number typed, before anything is', async () => {
  const grid = { ...FRUGAL_GRID, overdue: { ...FRUGAL_GRID.overdue, whatsapp: true } };
  await openOver({ jobs: [run({ grid })], noticeItems: items({ differs: 12, same: 30 }) }, told);
  const change = options().getByRole('button', { name: 'Mudar 12 pagadores' });
  await change.waitFor();
  await options().getByText('R$ 41,58').waitFor();
  // Late ones are told by WhatsApp as well, by the piece.
  await options().getByText('R$ 64,68').waitFor();
  const prices = options().getByRole('table', { name: 'O que é avisado' });
  await prices.getByRole('row', { name: 'Venceu' }).getByText('R$ 0,55').waitFor();
  await prices.getByRole('row', { name: 'Cobrança criada' }).getByText('R$ 0,99').waitFor();
  expect(await change.isDisabled()).toBe(true);
  await options().getByLabel('Digite 12 para confirmar').fill('12');
  await change.click();
  await expect
    .poll(() => asked('payer-notices/confirm'))
    .toEqual([{ verb: 'payer-notices/confirm', jobId: JOB, payers: 12 }]);
});

test('what would change says of which panel, who is switched on, and who is left out and why', async () => {
  const silenced = items({ differs: 3 }).map((item) => ({
    ...item,
    payerId: `${item.payerId}_silent`,
    silenced: true,
  }));
  const out = { 'out-unmarked': 4, 'out-other': 1, 'out-differs': 2, 'out-unread': 5 } as const;
  const rows = { noticeItems: [...items({ differs: 9, same: 30, ...out }), ...silenced] };
  await openOver({ jobs: [run()], ...rows }, told);
  await options().getByText(`Painel ${ORIGIN}, identificação ${KEY}.`).waitFor();
  const fact = (name: string) =>
    options().locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  expect(await fact('Pagadores deste provedor').textContent()).toBe('42');
  expect(await fact('Mudariam').textContent()).toBe('12');
  expect(await fact('Calados, que passariam a ser avisados').textContent()).toBe('3');
  await options().getByText('12 pagadores deste provedor ficam de fora').waitFor();
  await options().getByText('4 são cobrados por este provedor e foram achados pelo CPF').waitFor();
  await options().getByText('1 é cobrado por este provedor, mas o cadastro').waitFor();
  await options().getByText('5 têm a referência sob outra identificação').waitFor();
});

test('a standardisation that found nothing to change tells who is left out all the same', async () => {
  const rows = { noticeItems: items({ same: 3, 'out-unmarked': 1 }) };
  await openOver({ jobs: [over('done')] as never, ...rows }, told);
  await options().getByText('Todos os pagadores já estão neste padrão.').waitFor();
  await options().getByText('1 pagador deste provedor fica de fora').waitFor();
});

test('it is paused while it goes, and stopped for good only once it is paused', async () => {
  const rows = { noticeItems: items({ differs: 5, changed: 7, failed: 1 }) };
  await openOver({ ...rows, jobs: [run({ phase: 'changing', state: 'locating' })] }, told);
  await options().getByText('Mudando: 8 de 13.').waitFor();
  expect(await options().getByRole('button', { name: 'Parar de vez' }).count()).toBe(0);
  await options().getByRole('button', { name: 'Pausar' }).click();
  await expect
    .poll(() => asked('payer-notices/hold'))
    .toEqual([{ verb: 'payer-notices/hold', jobId: JOB, held: true }]);
  await openOver({ ...rows, jobs: [run({ phase: 'changing', held: true })] }, told);
  await options().getByText('Parado por você em 8 de 13.').waitFor();
  await options().getByRole('button', { name: 'Parar de vez' }).click();
  await expect.poll(() => asked('job/cancel')).toEqual([{ verb: 'job/cancel', id: JOB }]);
});

test('those that failed are named with the reason, and tried again', async () => {
  const jobs = [over('done')] as never;
  await openOver({ jobs, noticeItems: items({ changed: 40, failed: 2 }) }, told);
  await options().getByText('40 mudados, 2 com falha').waitFor();
  await options().getByText('cus_failed_0').waitFor();
  await options().getByRole('button', { name: 'Tentar de novo os que falharam' }).click();
  await expect.poll(() => asked('payer-notices/retry')).toHaveLength(1);
});

test('one that stopped by itself says why, and offers no other try', async () => {
  const failure = { code: 'notices-outdated' } as const;
  const jobs = [{ ...over('done'), state: 'blocked', failure }] as never;
  await openOver({ jobs, noticeItems: items({ changed: 4, differs: 8, failed: 1 }) }, told);
  await options().getByText('Parou antes do fim').waitFor();
  await options().getByText('foi mudado depois desta confirmação').waitFor();
  expect(await options().getByRole('button', { name: 'Tentar de novo' }).count()).toBe(0);
});

const pictures = {
  none: {},
  ready: {
    jobs: [run()],
    noticeItems: items({ differs: 1200, same: 30, 'out-unmarked': 4, 'out-unread': 1 }),
  },
  changing: {
    jobs: [run({ phase: 'changing', state: 'locating' })],
    noticeItems: items({ differs: 5, changed: 7, failed: 2 }),
  },
} as const;

test.each(Object.entries(pictures))(
  'the options with %s under way are legible and accessible, light and dark',
  async (name, rows) => {
    await openOver(rows, told);
    await options().getByText('R$ 0,99').first().waitFor();
    await look(page(), { name: `options-payer-notices-${name}`, width: 1000 });
    expect(await accessibilityProblems(page().mainFrame())).toEqual([]);
    await look(page(), { name: `options-payer-notices-${name}-dark`, width: 1000, dark: true });
    expect(await contrastProblems(page().mainFrame())).toEqual([]);
  },
);
