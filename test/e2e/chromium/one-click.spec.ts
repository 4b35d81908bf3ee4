import type { Page } from '@playwright/test';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { buttonOf } from '../harness/panel.ts';
import { send } from '../harness/send.ts';
import { civilDateIn, type Invoice, type World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const DRAWER = 'iframe[data-ixa-drawer]';

/** Why a press opens the drawer, and what makes the invoice so. All but the first are of a known payer. */
const NEEDS_A_PERSON: readonly [string, (world: World, known: Invoice) => Invoice][] = [
  ['a payer that Asaas does not know', (world) => world.newInvoice()],
  [
    'an overdue invoice',
    (world, { customerId }) =>
      world.newInvoice({ customerId, cents: 71_10, dueDate: civilDateIn(-9) }),
  ],
  [
    'a warning',
    (world, { customerId }) => {
      const invoice = world.newInvoice({ customerId, cents: 72_20 });
      world.ixc.control.editInvoice(invoice.id, { boleto: '00000072220' });
      return invoice;
    },
  ],
];

test('one press sends only what needs nobody’s eye; anything else opens the drawer', async ({
  own,
  world,
}) => {
  test.setTimeout(180_000);
  const { session, panel, invoice: known } = own;
  const page = await session.extensionPage('options.html');
  const options = chromiumSurface(page);
  await panel.page.bringToFront();
  const drawers = panel.page.locator(DRAWER);
  const button = (id: string) => panel.page.locator(buttonOf(id)).last();
  /** Charges that anybody asked Asaas to create, refused ones included. */
  const creations = () =>
    world.asaas.control.requests({ method: 'POST', path: '/v3/payments' }).length;

  await test.step('while it is off, a press opens the drawer, whoever pays', async () => {
    await send(panel, 'pt-BR', known.id);
    await panel.closeDrawer();
    const second = world.newInvoice({ customerId: known.customerId, cents: 70_70 });
    await panel.openReceivables();
    await panel.openDrawer(second.id);
    expect(world.chargesOf(second.id)).toEqual([]);
    await panel.closeDrawer();
  });

  await test.step('it is switched on', async () => {
    await page.bringToFront();
    await page.getByRole('checkbox', { name: 'Enviar com um clique' }).check();
    await options.section('Envio').press('Salvar');
    await options.section('Envio').waitFor('Salvo');
    await panel.page.bringToFront();
  });

  await test.step('nothing to look at: a double press is one charge, and no drawer', async () => {
    const invoice = world.newInvoice({ customerId: known.customerId, cents: 73_30 });
    const before = creations();
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    await button(invoice.id).dblclick();
    await panel.waitForStatus(invoice.id, 'open', 45_000);
    expect(await drawers.count()).toBe(0);
    expect(world.chargesOf(invoice.id)).toMatchObject([{ value: 73_30, dueDate: invoice.dueDate }]);
    expect(creations()).toBe(before + 1);
    const queued = (await audit(page)).filter(({ ids }) => ids['invoiceId'] === invoice.id);
    expect(queued.filter(({ action }) => action === 'job.queued')).toMatchObject([
      { detail: { atOnce: true } },
    ]);
    const sentInDrawer = (await audit(page)).find(
      ({ action, ids }) => action === 'job.queued' && ids['invoiceId'] === known.id,
    );
    expect(sentInDrawer?.detail).not.toHaveProperty('atOnce');
  });

  for (const [why, make] of NEEDS_A_PERSON) {
    await test.step(`${why}: the drawer opens and nothing is sent`, async () => {
      const invoice = make(world, known);
      const before = creations();
      await panel.openReceivables();
      await panel.waitForSendButton(invoice.id);
      await button(invoice.id).click();
      const drawer = chromiumSurface(panel.page.frameLocator(DRAWER));
      await drawer.waitFor(/Confirmar envio|vencid/i, 30_000);
      // Long enough for a job to have begun.
      await panel.page.waitForTimeout(1500);
      expect(creations()).toBe(before);
      expect(world.chargesOf(invoice.id)).toEqual([]);
      const told = (await audit(page)).filter(({ ids }) => ids['invoiceId'] === invoice.id);
      expect(told.map(({ action }) => action)).toEqual([]);
      await panel.closeDrawer();
    });
  }
});

interface AuditLine {
  readonly action: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The audit as a page of the extension may read it. */
function audit(page: Page): Promise<AuditLine[]> {
  return page.evaluate(
    () =>
      new Promise<AuditLine[]>((resolve, reject) => {
        const opening = indexedDB.open('ponte');
        opening.onerror = () => {
          reject(new Error('the ledger does not open'));
        };
        opening.onsuccess = () => {
          const reading = opening.result.transaction('audit').objectStore('audit').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as AuditLine[]);
          };
        };
      }),
  );
}
