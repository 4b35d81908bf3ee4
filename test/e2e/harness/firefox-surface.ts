import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { eventually } from './eventually.ts';
import { press } from './firefox-press.ts';
import { tidy, untilShown, type Surface } from './surface.ts';

/** A page or a frame of Firefox as a `Surface`. */
export function firefoxSurface(page: Page | Frame): Surface {
  return surfaceOf('mainFrame' in page ? page.mainFrame() : page, null);
}

function surfaceOf(frame: Frame, heading: string | null): Surface {
  const text = () => frame.evaluate(readText, heading);
  const find = async (kind: Kind, name: string): Promise<ElementHandle<HTMLElement>> => {
    const handle = await frame.evaluateHandle(findControl, heading, kind, name);
    const element = handle.asElement() as ElementHandle<HTMLElement> | null;
    if (element !== null) return element;
    throw new Error(`there is none; it shows: ${tidy(await text()).slice(0, 2_000)}`);
  };
  const control = (kind: Kind, name: string) =>
    eventually(`a ${kind} named "${name}"`, () => find(kind, name));
  const click = (kind: Kind, name: string, count = 1) =>
    press(`the ${kind} "${name}"`, () => find(kind, name), { count });
  return {
    section: (name) => surfaceOf(frame, name),
    async fill(label, value) {
      const field = await control('field', label);
      // Pasted: key by key a token takes seconds. A date takes no text.
      const isFilled = await field.evaluate(fillIn, value);
      if (!isFilled) await field.type(value);
    },
    async choose(label) {
      const choice = await control('choice', label);
      const value = await choice.evaluate((element) => element.getAttribute('value') ?? '');
      const list = await choice.evaluateHandle((element) => element.closest('select'));
      const select = list.asElement() as ElementHandle<HTMLSelectElement> | null;
      if (select === null) await click('choice', label);
      else await select.select(value);
    },
    press: (name) => click('button', name),
    doublePress: (name) => click('button', name, 2),
    waitFor: (wanted, timeout) => untilShown(text, wanted, timeout),
    text,
  };
}

/** Runs in the page: puts the text where the field's own was, and says whether the field took it. */
function fillIn(element: HTMLElement, text: string): boolean {
  const field = element as HTMLInputElement;
  if (field.type === 'date') {
    // As its picker sets it. React listens to the property that it has put before this one.
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
    set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return field.value === text;
  }
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else edits a field as a person does
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}

type Kind = 'field' | 'choice' | 'button';

/** Runs in the page: the visible, enabled control of this kind and accessible name. */
function findControl(heading: string | null, kind: Kind, name: string): HTMLElement | null {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const byId = (ids: string) =>
    ids.split(' ').map((id) => document.getElementById(id)?.textContent);
  const nameOf = (element: HTMLElement): string => {
    const labelledBy = element.getAttribute('aria-labelledby');
    if (labelledBy !== null) return tidy(byId(labelledBy).join(' '));
    const labels = (element as HTMLInputElement).labels;
    return tidy(
      element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent,
    );
  };
  const regions = [...document.querySelectorAll<HTMLElement>('section, [role=region]')];
  const root = heading === null ? document : regions.find((region) => nameOf(region) === heading);
  const selector = {
    field: 'input, textarea',
    choice: 'input[type=radio], input[type=checkbox], option',
    button: 'button, [role=button], summary',
  }[kind];
  for (const element of root?.querySelectorAll<HTMLElement>(selector) ?? []) {
    const own = nameOf(element);
    const named = kind === 'field' ? own === name : own.startsWith(name);
    const visible = element.matches('option') || element.getClientRects().length > 0;
    if (named && visible && !element.matches(':disabled')) return element;
  }
  return null;
}

/** Runs in the page: what it, or the part under this heading, shows. */
function readText(heading: string | null): string {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- a page still loading has no body
  if (heading === null) return document.body?.innerText ?? '';
  const region = [...document.querySelectorAll<HTMLElement>('section, [role=region]')].find(
    (element) => {
      const id = element.getAttribute('aria-labelledby');
      return id !== null && document.getElementById(id)?.textContent === heading;
    },
  );
  return region?.innerText ?? '';
}
