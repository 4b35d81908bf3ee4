import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { eventually } from './eventually.ts';
import type { Surface } from './surface.ts';

/** A page or a frame of Firefox as a `Surface`. */
export function firefoxSurface(page: Page | Frame): Surface {
  const root = 'mainFrame' in page ? page.mainFrame() : page;
  const text = () => root.evaluate(() => document.body?.innerText ?? '');
  return {
    async fill(label, value) {
      const field = await control(root, 'input, textarea', label, true);
      await field.evaluate((element) => (element as HTMLInputElement).select());
      await field.type(value);
    },
    async choose(label) {
      const option = await root.evaluateHandle(findOption, label);
      const value = await option.evaluate((element) => element?.value ?? null);
      if (value === null) return (await control(root, 'input', label, false)).click();
      const list = await option.evaluateHandle((element) => element?.closest('select') ?? null);
      await (list as ElementHandle<HTMLSelectElement>).select(value);
    },
    async press(name) {
      await (await control(root, 'button, [role=button], summary', name, false)).click();
    },
    async waitFor(wanted, timeout = 10_000) {
      const shows = (now: string) =>
        typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now);
      await eventually(
        `the page shows ${String(wanted)}`,
        async () => shows(await text()) || null,
        {
          timeout,
        },
      );
    },
    text,
  };
}

async function control(
  root: Frame,
  selector: string,
  name: string,
  exact: boolean,
): Promise<ElementHandle<HTMLElement>> {
  return eventually(`a control named "${name}"`, async () => {
    const handle = await root.evaluateHandle(findControl, selector, name, exact);
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  });
}

/** Runs in the page: the visible, enabled control with this accessible name. */
function findControl(selector: string, name: string, exact: boolean): HTMLElement | null {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: HTMLElement): string => {
    const labelledBy = element.getAttribute('aria-labelledby');
    if (labelledBy !== null)
      return tidy(
        labelledBy
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
    const own = element.getAttribute('aria-label');
    if (own !== null) return tidy(own);
    const labels = (element as HTMLInputElement).labels;
    if (labels && labels.length > 0) return tidy(labels[0]?.textContent);
    return tidy(element.textContent);
  };
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const matches = all.filter(
    (element) =>
      (exact ? nameOf(element) === name : nameOf(element).startsWith(name)) &&
      element.getClientRects().length > 0 &&
      !element.matches(':disabled'),
  );
  return matches[0] ?? null;
}

/** Runs in the page: the list option with this text. */
function findOption(name: string): HTMLOptionElement | null {
  const options = [...document.querySelectorAll('option')];
  return options.find((option) => (option.textContent ?? '').trim().startsWith(name)) ?? null;
}
