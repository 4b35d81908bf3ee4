import type { Page } from '@playwright/test';
import { chromiumPanel, type ChromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../harness/chromium.ts';
import { send } from '../harness/send.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { expect, test } from './fixtures.ts';

/** One seat of the team: its browser, its panel, and a page of the extension. */
interface Seat {
  readonly session: ChromiumSession;
  readonly panel: ChromiumPanel;
  readonly options: Page;
}

async function seatOf(session: ChromiumSession): Promise<Seat> {
  const options = await session.extensionPage('options.html');
  const panel = chromiumPanel(await session.context.newPage());
  await panel.openReceivables();
  return { session, panel, options };
}

/** Both sides are read now, as “Atualizar agora” does. */
const readNow = ({ options }: Seat) =>
  options.evaluate(() => {
    const { runtime } = chrome as unknown as { runtime: { sendMessage(of: object): unknown } };
    return runtime.sendMessage({ verb: 'sync/now' });
  });

test.use({ emulatorsOf: 'two-browsers' });

test('what happens to one account reaches two browsers, and what the counter received is closed once', async ({
  build,
  launchSetUp,
  world,
}) => {
  // Set up by itself: a profile that was copied would be the same installation twice.
  const fresh = launchChromium({ extensionDirs: [build], routes: world.routes });
  const sessions = await Promise.all([launchSetUp(), fresh]);
  try {
    const [first, second] = sessions;
    const setUp = await second.extensionPage('options.html');
    await setUpThroughOptions(chromiumSurface(setUp), 'pt-BR', world.credentials);
    await setUp.close();
    const [paid, received] = [world.newInvoice(), world.newInvoice()];
    const seats = await Promise.all([seatOf(first), seatOf(second)]);
    const [sender] = seats;

    await test.step('a payment at Asaas is on the badge of both', async () => {
      for (const { id } of [paid, received]) {
        await send(sender.panel, 'pt-BR', id);
        await sender.panel.closeDrawer();
      }
      await Promise.all(seats.map(readNow));
      for (const { id } of [paid, received])
        for (const { panel } of seats) await panel.waitForStatus(id, 'open');
      const [charge] = world.chargesOf(paid.id);
      world.asaas.control.pay(charge?.id ?? '');
      await Promise.all(seats.map(readNow));
      for (const { panel } of seats) await panel.waitForStatus(paid.id, 'paid');
    });

    await test.step('a receipt at the counter closes the charge, once, whoever noticed it', async () => {
      const [charge] = world.chargesOf(received.id);
      const after = world.asaas.control.requests().at(-1)?.sequence ?? 0;
      world.ixc.control.receive(received.id);
      await Promise.all(seats.map(readNow));
      await expect
        .poll(() => world.asaas.control.charge(charge?.id ?? '').status)
        .toBe('RECEIVED_IN_CASH');
      await Promise.all(seats.map(readNow));
      for (const { panel } of seats) await panel.waitForStatus(received.id, 'paid-manual');
      const changes = world.asaas.control
        .requests({ after })
        .filter(({ method }) => method !== 'GET');
      expect(changes.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(world.chargesOf(received.id)).toHaveLength(1);
    });
    expect(world.ixc.control.writes()).toEqual([]);
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
});
