import type { PageReplies } from '../../../lib/messages/pages.ts';
import { kindReplies } from './page-stories.ts';
import { putInLedger } from './popup-ledger.ts';
import type { PopupStory } from './popup-stories.ts';
import type { SurfaceTab } from './surface-browser.ts';

/** Opens the popup over this ledger. A browser's tabs have a ledger each; that of a tab stays between stories. */
export async function openPopup(
  { page, show }: SurfaceTab,
  { setup, rows }: PopupStory,
  replies: Partial<PageReplies> = {},
): Promise<void> {
  const answers = { ...kindReplies, ...replies };
  const scenario = setup === null ? {} : { replies: { ...answers, 'setup/read': setup } };
  const numbers = page.locator('[data-figure="pending"]').getByText(/\d/).first();
  await show('/popup.html', scenario);
  // The page itself makes the ledger, in the shape of its release.
  await numbers.waitFor();
  await page.evaluate(putInLedger, Object.entries(rows));
  await show('/popup.html', scenario);
  await numbers.waitFor();
  await page.getByRole('heading', { name: /Últimos|Latest/ }).waitFor();
}
