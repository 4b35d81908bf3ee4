import type { Frame } from '@playwright/test';
import { expect, test } from 'vitest';
import { confirmButton, lastSent, push, sent, useDrawer } from './drawer-page.ts';
import { ready } from './drawer-samples.ts';

const drawer = useDrawer();
/** Long enough for what should not come. */
const aWhile = (ms = 200) => drawer.host().waitForTimeout(ms);

const verbs = async (frame: Frame) => (await sent(frame)).map(({ verb }) => verb);
const armed = (frame: Frame) => confirmButton(frame).and(frame.locator(':enabled')).waitFor();
const off = (frame: Frame) => confirmButton(frame).and(frame.locator(':disabled')).waitFor();

test('the confirmation stays off for 600 ms after it can be seen', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await confirmButton(frame).waitFor();
  const shownAt = Date.now();
  expect(await confirmButton(frame).isDisabled()).toBe(true);
  await armed(frame);
  // Seen from here the button appears a little after it was painted.
  expect(Date.now() - shownAt).toBeGreaterThan(400);
});

test('news that leave the plan as it is do not take the press away', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await push(frame, ready);
  await frame.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  expect(await confirmButton(frame).isEnabled()).toBe(true);
});

test('a confirmation that was lost with its worker is told, until it is confirmed anew', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await confirmButton(frame).click();
  await frame.evaluate(() => {
    stub.dropPort();
  });
  await frame.getByRole('alert').getByText('A confirmação não chegou').waitFor();
  await armed(frame);
  await confirmButton(frame).click();
  expect((await verbs(frame)).filter((verb) => verb === 'confirm')).toHaveLength(2);
  await frame.getByText('A confirmação não chegou').waitFor({ state: 'detached' });
});

test('a line that breaks with nothing confirmed is no reason to say so', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await frame.evaluate(() => {
    stub.dropPort();
  });
  await expect.poll(() => verbs(frame)).toContain('resume');
  await armed(frame);
  expect(await frame.getByText('A confirmação não chegou').count()).toBe(0);
});

test('clicks of a script confirm nothing, and a double click confirms once', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await confirmButton(frame).evaluate((button: HTMLElement) => {
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  expect(await verbs(frame)).toEqual(['redeem']);

  await confirmButton(frame).dblclick({ delay: 0 });
  await aWhile(900);
  const confirms = (await sent(frame)).filter(({ verb }) => verb === 'confirm');
  expect(confirms).toEqual([{ verb: 'confirm', planId: 'plan-1', choices: {} }]);
});

test('something of the page over the button keeps it off and says so', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await drawer.host().evaluate(() => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    cover.style.cssText = 'position:fixed;inset:auto 0 0;height:140px;background:rgb(0 0 0 / 5%)';
    document.body.append(cover);
  });
  await frame.getByText('está cobrindo este botão').waitFor();
  await off(frame);
  await drawer.host().evaluate(() => document.getElementById('cover')?.remove());
  await armed(frame);
});

test.each(['.confirm-bar > p', '.confirm-bar > button'])(
  'something of the page over a corner of %s alone keeps the confirmation off',
  async (part) => {
    const frame = await drawer.open({ snapshot: ready });
    await armed(frame);
    const box = await frame.locator(part).first().boundingBox();
    await drawer.host().evaluate(
      (at) => {
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.style.cssText = `position:fixed;left:${at.x}px;top:${at.y}px;width:40px;height:${at.height}px;background:white`;
        document.body.append(cover);
      },
      box ?? { x: 0, y: 0, height: 0 },
    );
    await off(frame);
    await drawer.host().evaluate(() => document.getElementById('cover')?.remove());
    await armed(frame);
  },
);

test('another plan arms the confirmation anew, and is the one that is confirmed', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await push(frame, {
    ...ready,
    planId: 'plan-2',
  });
  await expect.poll(() => confirmButton(frame).isDisabled(), { interval: 10 }).toBe(true);
  await armed(frame);
  await confirmButton(frame).click();
  await expect.poll(() => lastSent(frame)).toMatchObject({ planId: 'plan-2' });
});
