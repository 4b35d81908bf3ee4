import type { Frame } from '@playwright/test';
import { expect, test } from 'vitest';
import { lastSent, useDrawer } from './drawer-page.ts';
import { drawerStories } from './drawer-stories.ts';

const stories = await drawerStories();
const drawer = useDrawer();

function openStory(name: string): Promise<Frame> {
  const snapshot = stories[name];
  if (snapshot === undefined) throw new Error(`no story ${name}`);
  return drawer.open({ snapshot });
}

const again = (frame: Frame) => frame.getByRole('button', { name: 'Preparar novo envio' });
const settle = (frame: Frame) => frame.getByRole('button', { name: /^Já conferi/ });

test('a request that may still turn up offers a look at Asaas, and no new sending before it', async () => {
  const frame = await openStory('job-watched');
  await settle(frame).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'settle-unknown', jobId: 'job-1' });
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

test('a sending that was called off says that its charge is looked for, and then that it was cancelled', async () => {
  const looking = await openStory('job-called-off');
  await looking.getByText('Vai ser cancelada assim que a cobrança for encontrada.').waitFor();
  expect(await looking.getByRole('button', { name: 'Cancelar envio' }).count()).toBe(0);
  expect(await again(looking).count()).toBe(0);
  const deleted = await openStory('job-called-off-deleted');
  await deleted.getByText('chegou a ser criada e foi cancelada no Asaas').waitFor();
  expect(await deleted.getByText('Nada foi enviado ao Asaas.').count()).toBe(0);
});
