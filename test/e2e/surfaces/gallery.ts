import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect } from 'vitest';

const SHOTS = fileURLToPath(new URL('../../../artifacts/surfaces/', import.meta.url));

export interface Look {
  readonly name: string;
  readonly width: number;
  readonly dark?: boolean;
}

/**
 * Shows the page in one look. With `PONTE_PICTURES=1` a picture of it is kept in artifacts/surfaces/:
 * `PONTE_PICTURES=1 npm test -- surfaces`.
 */
export async function look(page: Page, { name, width, dark }: Look): Promise<void> {
  const shown = page.viewportSize();
  if (shown?.width !== width) await page.setViewportSize({ width, height: shown?.height ?? 900 });
  await page.emulateMedia({ colorScheme: dark === true ? 'dark' : 'light' });
  await Promise.all(page.frames().map((frame) => frame.evaluate(settle)));
  if (process.env['PONTE_PICTURES'] === undefined) return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png`, fullPage: true, animations: 'disabled' });
}

/** Runs in the page: colours are judged as they end, not on their way. */
async function settle(): Promise<void> {
  // The first frame may only start what the second shows.
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((painted) => requestAnimationFrame(painted));
    for (const animation of document.getAnimations()) {
      const isEndless = animation.effect?.getComputedTiming().endTime === Infinity;
      if (isEndless) animation.cancel();
      else animation.finish();
    }
  }
}

/**
 * Expects what the frame shows to be legible and accessible, light and dark, and to fit a narrow page. The
 * page is the frame's own, or the one around it; its pictures are called `name`.
 */
export async function isFine(
  page: Page,
  frame: Frame,
  { name, wide, narrow }: { readonly name: string; readonly wide: number; readonly narrow: number },
): Promise<void> {
  await look(page, { name, width: wide });
  expect(await accessibilityProblems(frame)).toEqual([]);
  await look(page, { name: `${name}-dark`, width: wide, dark: true });
  expect(await contrastProblems(frame)).toEqual([]);
  await look(page, { name: `${name}-narrow`, width: narrow });
  expect(await sidewaysScroll(frame)).toBe(0);
}

/** How many pixels of the page lie beyond its right edge. */
export function sidewaysScroll(frame: Frame): Promise<number> {
  return frame.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}

/** What axe finds wrong in the frame as it looks now. */
export function accessibilityProblems(frame: Frame): Promise<string[]> {
  return audit(frame, {});
}

/** The part of it that another colour scheme can change. */
export function contrastProblems(frame: Frame): Promise<string[]> {
  return audit(frame, { runOnly: ['color-contrast', 'link-in-text-block'] });
}

async function audit(frame: Frame, rules: Pick<RunOptions, 'runOnly'>): Promise<string[]> {
  const isThere = await frame.evaluate(() => 'axe' in globalThis);
  if (!isThere) await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    { resultTypes: ['violations' as const], ...rules },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
