import type { Locator } from '@playwright/test';
import { eventually } from './eventually.ts';

/** As long as what is waited for by the driver itself. ms. */
const LONGEST = 30_000;

/**
 * Presses a button once it can be pressed. A click that has to wait for that scrolls the button to and fro,
 * and a confirmation is armed only while it rests on screen.
 */
export async function press(button: Locator): Promise<void> {
  await untilEnabled(button);
  await button.click();
}

export async function untilEnabled(button: Locator): Promise<void> {
  await eventually(
    'the button can be pressed',
    async () => (await button.isEnabled({ timeout: LONGEST })) || null,
    { timeout: LONGEST, every: 50 },
  );
}
