import { expect, test } from 'vitest';
import { useOptions } from './options-page.ts';
import { complete } from './page-stories.ts';

const { open, openUnanswered, page, section } = useOptions();
const help = () => section('Ajuda');

test('every question opens its answer, and every state has its word and meaning', async () => {
  await open(complete);
  for (const question of await help().locator('summary').all()) {
    await question.click();
    const answer = question.locator('xpath=following-sibling::*');
    expect((await answer.innerText()).length).toBeGreaterThan(80);
  }
  const states = help().getByRole('listitem');
  expect(await states.count()).toBe(14);
  expect(await states.filter({ hasText: 'Confirmada' }).innerText()).toContain('ainda não caiu');
});

test('the help is there also when the worker answers nothing', async () => {
  await openUnanswered();
  await help().getByText('Uma operação parou. O que faço?').waitFor();
});

test('whoever comes for the help lands on it, whatever loads above', async () => {
  const there = await page().addInitScript(() => {
    history.replaceState(null, '', '#help');
  });
  await open(complete);
  await there.dispose();
  await help().getByText('Uma operação parou. O que faço?').waitFor();
  await expect.poll(() => page().evaluate(() => document.activeElement?.id)).toBe('help');
});
