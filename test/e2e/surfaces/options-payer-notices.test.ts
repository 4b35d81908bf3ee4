import { expect, test } from 'vitest';
import { FRUGAL_GRID } from '../../../lib/billing/notices/frugal-grid.ts';
import type { NoticesRunJobRow } from '../../../lib/ledger/notice-rows.ts';
import { accessibilityProblems, contrastProblems, look } from './gallery.ts';
import { items, JOB, run, told } from './notice-samples.ts';
import { useOptions } from './options-page.ts';
import { KEY, ORIGIN } from './popup-samples.ts';

const { open, openOver, section, page, sent: asked } = useOptions();
const options = () => section('Avisos do Asaas aos clientes');

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
