import type { Locator } from '@playwright/test';
import { eventually } from './eventually.ts';

/** As long as what is waited for by the driver itself. ms. */
const LONGEST = 30_000;

/**
 * Presses a button once it can be pressed, and again only if the click never arrived: what was just read may
 * disarm a confirmation between the driver's look and its click. A click that has to wait would scroll the
 * button to and fro, and a confirmation is armed only while it rests on screen.
 */
export async function press(button: Locator): Promise<void> {
  const deadline = Date.now() + LONGEST;
  do {
    await untilEnabled(button);
    const click = await button.evaluateHandle((element) => {
      const seen = { arrived: false };
      const hear = (event: Event): void => {
        seen.arrived ||= event.composedPath().includes(element);
      };
      window.addEventListener('click', hear, { capture: true });
      return seen;
    });
    await button.click();
    // What the click took away cannot tell of it any more.
    const arrived = await click.evaluate((seen) => seen.arrived).catch(() => true);
    if (arrived) return;
  } while (Date.now() < deadline);
  throw new Error('the button takes no click');
}

export async function untilEnabled(button: Locator): Promise<void> {
  await eventually(
    'the button can be pressed',
    async () => (await button.isEnabled({ timeout: LONGEST })) || null,
    { timeout: LONGEST, every: 50 },
  );
}
