import type { Frame, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { drawerStories } from './drawer-stories.ts';
import { drawerFrame, startSurfaceBrowser, type SurfaceBrowser } from './surface-browser.ts';

const stories = await drawerStories();
let surfaces: SurfaceBrowser;
let page: Page;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
});
afterAll(() => surfaces.close());
afterEach(() => page.close());

async function openStory(name: string): Promise<Frame> {
  const snapshot = stories[name];
  if (snapshot === undefined) throw new Error(`no story ${name}`);
  page = await surfaces.open({ path: '/host.html', scenario: { snapshot } });
  return drawerFrame(page);
}

const again = (frame: Frame) => frame.getByRole('button', { name: 'Preparar novo envio' });
const settle = (frame: Frame) => frame.getByRole('button', { name: /^Já conferi/ });

test('a request that may still turn up offers a look at Asaas, and no new sending before it', async () => {
  const frame = await openStory('job-watched');
  await settle(frame).click();
  await expect
    .poll(() => frame.evaluate(() => stub.sent.at(-1)))
    .toEqual({ verb: 'settle-unknown', jobId: 'job-1' });
  expect(await again(frame).count()).toBe(0);
});

test('a sending that stopped for good offers a new one, and nothing to settle', async () => {
  const frame = await openStory('job-blocked');
  await again(frame).waitFor();
  expect(await settle(frame).count()).toBe(0);
});

test('a settled request is not called one that was never sent', async () => {
  const frame = await openStory('job-settled');
  await frame.getByText('não deixou cobrança').waitFor();
  expect(await frame.getByText('Nada foi enviado ao Asaas.').count()).toBe(0);
});

test('a sending that ended unchecked is not called checked', async () => {
  const frame = await openStory('job-unchecked');
  await frame.getByText('a última conferência não pôde ser concluída').waitFor();
  expect(await frame.getByText('A cobrança foi conferida').count()).toBe(0);
});
