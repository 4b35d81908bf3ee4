import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productionBuild } from '../harness/extension-build.ts';
import { launchFirefox, type FirefoxSession } from '../harness/firefox.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';

let session: FirefoxSession;
let page: Page;
beforeAll(async () => {
  session = await launchFirefox({ extensionDir: await productionBuild('firefox'), routes: {} });
  page = await session.browser.newPage();
});
afterAll(() => session.close());

/** Two buttons that count their clicks, in a frame that slides in, where `happens` goes on meanwhile. */
async function pressGo(happens: () => void): Promise<readonly string[]> {
  await page.setContent(`<!doctype html>
    <style>
      iframe { position: absolute; inset: 0 0 0 auto; animation: slide 1s linear }
      @keyframes slide { from { transform: translateX(100%) } }
    </style>
    <iframe></iframe>`);
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await frame.setContent('<!doctype html><p><button>Go</button> <button>Other</button></p>');
  await frame.evaluate(() => {
    for (const button of document.querySelectorAll('button')) {
      button.addEventListener('click', () => {
        button.textContent += '!';
      });
    }
  });
  await frame.evaluate(happens);
  await firefoxSurface(frame).press('Go');
  return frame.$$eval('button', (buttons) => buttons.map(({ textContent }) => textContent));
}

test('a button that still comes in, or is covered for a while, is pressed where it rests', async () => {
  const buttons = await pressGo(() => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; background: white';
    document.body.append(cover);
    setTimeout(() => {
      cover.remove();
    }, 1_500);
  });
  expect(buttons).toEqual(['Go!', 'Other']);
});

test('a press that went astray, since something moved under the mouse, is tried again', async () => {
  const buttons = await pressGo(() => {
    const go = document.querySelector('button');
    const move = () => go?.parentElement?.append(go);
    addEventListener('mousedown', move, { once: true, capture: true });
  });
  expect(buttons).toEqual(['Other', 'Go!']);
});

test('a press that arrived is not repeated, whatever came of it', async () => {
  const buttons = await pressGo(() => {
    const go = document.querySelector('button');
    go?.addEventListener('click', () => {
      document.body.style.paddingTop = '60px';
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const now = await page.frames()[1]?.$$eval('button', (all) => all.map((one) => one.textContent));
  expect(buttons).toEqual(['Go!', 'Other']);
  expect(now).toEqual(buttons);
});
