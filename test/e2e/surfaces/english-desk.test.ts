import type { Frame, Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { words } from '../harness/catalogues.ts';
import { adoptionStories } from './adoption-samples.ts';
import { useDrawer } from './drawer-page.ts';
import { charged, ready } from './drawer-samples.ts';
import { isFine } from './gallery.ts';
import { items, noticeStories, run, showing, told } from './notice-samples.ts';
import { useOptions } from './options-page.ts';
import { complete } from './page-stories.ts';
import { payerAfterwards, withPayer } from './payer-samples.ts';

const drawer = useDrawer('en');
const { page, openOver, section } = useOptions('en');

/** What no English text has: a gap that nobody filled, or letters of Portuguese alone. */
const NOT_ENGLISH = /\{\w+\}|undefined|NaN|\$\d|[ãõç]/;
/** As IXC's own screens have it. */
const IXCS_OWN = /tab Cobrança|carteira de cobrança/g;

/** Told in English without a gap, and legible and accessible in every look. */
async function isFineEnglish(
  [on, frame]: readonly [Page, Frame],
  part: string,
  [name, wide, narrow]: readonly [string, number, number],
): Promise<void> {
  const shown = frame.locator(part);
  await shown.scrollIntoViewIfNeeded();
  const text = (await shown.innerText()).replaceAll(IXCS_OWN, '');
  expect(text.split('\n').filter((line) => NOT_ENGLISH.test(line))).toEqual([]);
  await isFine(on, frame, { name: `${name}-en`, wide, narrow });
}

const payerStories: Readonly<Record<string, DrawerSnapshot>> = {
  stale: withPayer({}),
  override: { ...ready, rights: { mayOverride: true } },
  afterwards: payerAfterwards(await charged()),
};

test.each(Object.entries(payerStories))(
  'the payer is told in English where it is "%s", light and dark, wide and narrow',
  async (name, snapshot) => {
    const frame = await drawer.open({ snapshot });
    await frame.locator('main').waitFor();
    if (name === 'override') {
      await frame.getByText(words('en', 'payer.override'), { exact: true }).click();
      await frame.getByRole('button', { name: words('en', 'payer.override_use') }).click();
    }
    await drawer.host().setViewportSize({ width: 440, height: 1800 });
    await isFineEnglish([drawer.host(), frame], 'main', [`drawer-payer-${name}`, 440, 340]);
  },
);

test.each(Object.entries(noticeStories))(
  'the notices that are %s are told in English, light and dark, wide and narrow',
  async (name, story) => {
    const frame = await drawer.open({ snapshot: showing(story) });
    await frame.getByRole('button', { name: words('en', 'notices.heading') }).waitFor();
    await drawer.host().setViewportSize({ width: 420, height: 1800 });
    await isFineEnglish([drawer.host(), frame], 'main', [`notices-${name}`, 420, 320]);
  },
);

test.each(Object.entries(adoptionStories))(
  'the charges to be linked are told in English %s, light and dark, wide and narrow',
  async (name, rows) => {
    await openOver(rows, complete);
    const adoption = section(words('en', 'options_adoption.heading'));
    await adoption.waitFor();
    if (name !== 'before') await adoption.getByText(/\d/).first().waitFor();
    const on = [page(), page().mainFrame()] as const;
    await isFineEnglish(on, '#adoption', [`options-adoption-${name}`, 1000, 420]);
  },
);

test('a standardisation is told in English, light and dark, wide and narrow', async () => {
  const out = { 'out-unmarked': 4, 'out-other': 1, 'out-differs': 2, 'out-unread': 5 } as const;
  const rows = { jobs: [run()], noticeItems: items({ differs: 12, same: 30, ...out }) };
  await openOver(rows, told);
  await section(words('en', 'options_payer_notices.heading')).getByText('12').first().waitFor();
  const on = [page(), page().mainFrame()] as const;
  await isFineEnglish(on, '#payer-notices', ['options-payer-notices-ready', 1000, 420]);
});
