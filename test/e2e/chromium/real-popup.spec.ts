import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { PROVIDER } from '../../emulators/ixc/index.ts';
import { message, words } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import { launchForPopup } from '../harness/real-popup.ts';
import { PANEL_ORIGIN } from '../harness/routes.ts';
import { untilShown } from '../harness/surface.ts';
import { civilDateIn, type World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `popup.${key}`);
const shows = (page: Page, wanted: string | RegExp) =>
  untilShown(() => page.evaluate(() => document.body.innerText), wanted);

/** How large it is, and how much wider than that its content. CSS pixels. */
const size = (popup: Page) =>
  popup.evaluate(() => ({
    width: innerWidth,
    height: innerHeight,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));

async function fits(popup: Page): Promise<void> {
  const { width, height, sideways } = await size(popup);
  expect(sideways).toBe(0);
  expect(width).toBeGreaterThan(300);
  expect(width).toBeLessThanOrEqual(800);
  expect(height).toBeGreaterThan(200);
  expect(height).toBeLessThanOrEqual(600);
}

/** The accessible name of what the keyboard is on. */
const focused = (popup: Page) =>
  popup.evaluate(() => {
    const on = document.activeElement as HTMLInputElement | null;
    const label = on?.labels?.[0]?.textContent ?? on?.getAttribute('aria-label');
    return (label ?? on?.textContent ?? '').trim();
  });

/** Goes on by Tab alone until the keyboard is on what is named so. */
async function tabTo(popup: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 40; press += 1) {
    await popup.keyboard.press('Tab');
    const on = await focused(popup);
    if (on.startsWith(name)) return;
    passed.push(on);
  }
  throw new Error(`Tab never came to "${name}", but to ${passed.join(' | ')}`);
}

/** By this key the popup may be gone before the key comes up again. */
const leaveByEnter = (popup: Page) => popup.keyboard.press('Enter').catch(() => undefined);

/** An invoice with a charge at Asaas, as another computer of the team would have made it. */
function charged({ asaas: { control }, newInvoice }: World) {
  const invoice = newInvoice();
  const account = control.snapshot().accounts.find(({ environment }) => environment === 'sandbox');
  const payer = control.seedCustomer(account?.id ?? '', { name: 'Cliente Exemplo' });
  control.seedCharge(account?.id ?? '', {
    customer: payer.id,
    value: invoice.cents,
    dueDate: civilDateIn(12),
    billingType: 'PIX',
    externalReference: `ixc:${PROVIDER.cnpj}:${invoice.id}`,
  });
  return invoice;
}

test.use({ emulatorsOf: 'real-popup' });

test('before any setup the browser’s own popup opens, fits, and leads to the options by keyboard', async ({
  build,
  world,
}) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'ponte-popup-'));
  const { browser, openPopup, close } = await launchForPopup({
    extensionDirs: [build],
    routes: world.routes,
    userDataDir,
  });
  try {
    const popup = await openPopup();
    await shows(popup, says('setup_heading'));
    await shows(popup, says('summary_empty'));
    await fits(popup);
    await tabTo(popup, words('pt-BR', 'action.open_options'));
    await leaveByEnter(popup);
    await browser.waitForTarget((one) => one.url().endsWith('/options.html'));
  } finally {
    await close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('it paints what the ledger knows with nothing to be reached, and the keyboard alone leads to an invoice', async ({
  build,
  launchSetUp,
  world,
}) => {
  const invoice = charged(world);
  const session = await launchSetUp();
  const { userDataDir } = session;
  try {
    const page = await session.extensionPage('popup.html');
    await page.getByRole('button', { name: says('update_now') }).click();
    await expect(page.locator('[data-figure="pending"] dd')).toContainText('129,90');
    await session.close({ keepProfile: true });

    await test.step('offline', async () => {
      const offline = await launchForPopup({ extensionDirs: [build], routes: {}, userDataDir });
      try {
        const popup = await offline.openPopup();
        await shows(popup, /Pendentes 1 R\$.129,90/);
        await fits(popup);
        await tabTo(popup, says('search'));
        await popup.keyboard.type(invoice.id);
        await popup.keyboard.press('Enter');
        await shows(popup, says('found.1'));
        await popup.keyboard.press('Escape');
        await popup.keyboard.type('9999999');
        await popup.keyboard.press('Enter');
        await shows(popup, words('pt-BR', 'failure.ixc_network'));
        await tabTo(popup, says('update_now'));
        await popup.keyboard.press('Enter');
        await shows(popup, message('pt-BR', 'popup.read_put_off'));
        await shows(popup, /Pendentes 1 R\$.129,90/);
        await fits(popup);
      } finally {
        await offline.close();
      }
    });

    await test.step('by keyboard: search, result, invoice', async () => {
      const { routes } = world;
      const online = await launchForPopup({ extensionDirs: [build], routes, userDataDir });
      try {
        const popup = await online.openPopup();
        await shows(popup, /Pendentes 1/);
        await tabTo(popup, says('search'));
        await popup.keyboard.type(invoice.id);
        await popup.keyboard.press('Enter');
        await shows(popup, says('found.1'));
        await fits(popup);
        await tabTo(popup, `título ${invoice.id}`);
        await leaveByEnter(popup);
        const panel = await online.browser.waitForTarget((one) =>
          one.url().startsWith(`${PANEL_ORIGIN}/adm.php`),
        );
        const tab = await panel.page();
        await tab?.waitForSelector('iframe[data-ixa-drawer]');
        await eventually('the popup is closed', () => popup.isClosed() || null);
      } finally {
        await online.close();
      }
    });
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
