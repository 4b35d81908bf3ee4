import { KNOWN, type IxcControl } from '../../emulators/ixc/index.ts';
import { asFinance } from '../harness/as-finance.ts';
import { message } from '../harness/catalogues.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { PANEL_ORIGIN } from '../harness/routes.ts';
import { civilDateIn } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const CONFIRM = 'Confirmar envio';

type Change = (ixc: IxcControl, invoiceId: string) => unknown;

const BLOCKED = [
  ['a customer without CPF', KNOWN.noDocumentInvoice, 'no-document'],
  ['a customer with a wrong CPF', KNOWN.invalidDocumentInvoice, 'invalid-document'],
  ['R$ 3,00', KNOWN.tinyInvoice, 'below-minimum'],
  ['a boleto that a bank already has', KNOWN.registeredElsewhereInvoice, 'registered-elsewhere'],
  ["another gateway's carteira", KNOWN.otherGatewayInvoice, 'registered-elsewhere'],
  ['an invoice in external collection', KNOWN.inCollectionInvoice, 'in-collection'],
  ['a protested invoice', KNOWN.protestedInvoice, 'protested'],
  ['direct debit', KNOWN.directDebitInvoice, 'direct-debit'],
] as const;

for (const [what, invoice, reason] of BLOCKED)
  test(`${what} is blocked with its reason and nothing is created`, async ({ panel, world }) => {
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor(message('pt-BR', `reason.${reason}`));
    expect(await drawer.text()).not.toContain(CONFIRM);
    expect(world.chargesOf(invoice.id)).toEqual([]);
  });

for (const [what, choice, expected] of [
  // 2 % fine and 1 % a month for 40 days on R$ 150,00: 3,00 + 2,00.
  ['charged with what accrued', 'Cobrar até hoje', 155_00],
  ['charged without what accrued', 'Dispensar multa e juros', 150_00],
] as const)
  test(`an overdue invoice asks for a choice and is ${what}`, async ({ panel, ready, world }) => {
    // Whoever waives what accrued must have the right to.
    if (choice.startsWith('Dispensar')) await asFinance(ready);
    const invoice = world.newInvoice({ cents: 150_00, dueDate: civilDateIn(-40) });
    await panel.openReceivables();
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor(message('pt-BR', 'reason.overdue-needs-choice'));
    expect(await drawer.text()).not.toContain(CONFIRM);
    await drawer.choose(choice);
    if (choice.startsWith('Dispensar')) await drawer.fill('Motivo da dispensa', 'Acordo no balcão');
    await drawer.fill('Novo vencimento', civilDateIn(3));
    await drawer.press(CONFIRM);
    await panel.waitForStatus(invoice.id, 'open');
    const [charge, ...others] = world.chargesOf(invoice.id);
    expect(others).toEqual([]);
    expect(charge?.value).toBe(expected);
    expect(charge?.dueDate).toBe(civilDateIn(3));
  });

const CHANGES: readonly (readonly [what: string, change: Change, message: string])[] = [
  ['received at the counter', (ixc, id) => ixc.receive(id), 'reason.invoice-received'],
  ['cancelled', (ixc, id) => ixc.cancel(id), 'reason.invoice-cancelled'],
  [
    'given another due date',
    (ixc, id) => ixc.editInvoice(id, { data_vencimento: civilDateIn(20) }),
    'failure.changed-since-confirmation',
  ],
  ['partly received', (ixc, id) => ixc.receive(id, 20_00), 'failure.changed-since-confirmation'],
];

for (const [what, change, says] of CHANGES)
  test(`an invoice that is ${what} while the drawer is open is not charged`, async ({
    fresh: { panel, invoice },
    world,
  }) => {
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor(CONFIRM);
    change(world.ixc.control, invoice.id);
    await drawer.press(CONFIRM);
    await drawer.waitFor(message('pt-BR', says));
    expect(world.chargesOf(invoice.id)).toEqual([]);
  });

test('rubbish from Asaas says so and creates nothing', async ({
  fresh: { panel, invoice },
  world,
}) => {
  world.asaas.control.addFault({
    path: '/v3/payments',
    method: 'GET',
    times: 0,
    fault: { kind: 'rubbish' },
  });
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor(message('pt-BR', 'failure.asaas-rubbish'));
  expect(await drawer.text()).not.toContain(CONFIRM);
  world.asaas.control.clearFaults();
  await drawer.press('Tentar de novo');
  await drawer.waitFor(CONFIRM);
  expect(world.chargesOf(invoice.id)).toEqual([]);
});

test('IXC answering HTML says so and creates nothing', async ({
  fresh: { panel, invoice },
  world,
}) => {
  world.ixc.control.addFault({ area: 'webservice', times: 0, fault: { kind: 'html' } });
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor(message('pt-BR', 'failure.ixc-html'));
  world.ixc.control.clearFaults();
  expect(await drawer.text()).not.toContain(CONFIRM);
  expect(world.chargesOf(invoice.id)).toEqual([]);
});

test("a redraw in the middle of a click never opens another row's drawer", async ({
  fresh: { panel, invoice },
  world,
}) => {
  const button = panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-action]`);
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button is not on screen');
  await panel.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await panel.page.mouse.down();
  world.newInvoice();
  await panel.page.evaluate(() => {
    const { __emulator } = window as unknown as {
      __emulator: { reload(): Promise<void> };
    };
    return __emulator.reload();
  });
  await panel.page.mouse.up();
  // Whether the click still counts is open; only where it leads is not.
  await panel.page.waitForTimeout(800);
  const frames = panel.page.locator('iframe[data-ixa-drawer]');
  if ((await frames.count()) > 0) {
    const drawer = chromiumSurface(panel.page.frameLocator('iframe[data-ixa-drawer]'));
    await drawer.waitFor(invoice.id);
  }
  await expect(panel.page.locator('form[name="fn_areceber"]')).toHaveCount(0);
});

test('a permission taken back stops the marks and sends nothing', async ({
  own: { panel, session, invoice },
  world,
}) => {
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor(CONFIRM);
  const options = await session.extensionPage('options.html');
  await options.evaluate((origin) => {
    const { permissions } = (
      window as unknown as {
        chrome: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } };
      }
    ).chrome;
    return permissions.remove({ origins: [`${origin}/*`] });
  }, PANEL_ORIGIN);
  await expect(panel.page.locator('iframe[data-ixa-drawer]')).toHaveCount(0);
  await options.reload();
  const page = chromiumSurface(options);
  await page.section('Painel').waitFor('permissão retirada no navegador');
  expect(world.chargesOf(invoice.id)).toEqual([]);
  await page.section('Painel').press('Autorizar de novo');
  await page.section('Painel').waitFor('permissão ativa');
  await panel.openReceivables();
  const again = await panel.openDrawer(invoice.id);
  await again.press(CONFIRM);
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
