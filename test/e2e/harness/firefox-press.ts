import type { ElementHandle, Frame, JSHandle } from 'puppeteer-core';
import { eventually } from './eventually.ts';

/** Clicks that missed before the press counts as impossible. */
const MISSES = 5;
/** What a click may take from the driver to the page. ms. */
const ON_ITS_WAY = 1_000;

interface PressOptions {
  /** Clicks in quick succession. */
  readonly count?: number;
}

/** What came to a page while it was watched. */
interface Heard {
  /** Whether one came to the element. */
  readonly arrived: boolean;
  /** What got one in its place; null as long as none went astray. */
  readonly astray: string | null;
}

/**
 * Clicks as a person does: once the thing rests under the mouse with nothing before it. Where the click went
 * astray all the same, since the page changed on its way, it is tried again. One that arrived never is: if
 * nothing came of it, that is what the page does.
 *
 * @throws Error when `find` gives nothing that rests, or when no click ever arrives.
 */
export async function press(
  what: string,
  find: () => Promise<ElementHandle<HTMLElement> | null>,
  options: PressOptions = {},
): Promise<void> {
  const watched: JSHandle<Heard>[] = [];
  let astray = 'nothing';
  for (let miss = 0; miss < MISSES; miss += 1) {
    const { element, x, y } = await eventually(`${what} can be clicked`, async () => {
      const found = await find();
      return found && { element: found, ...(await clickablePoint(found)) };
    });
    watched.push(await element.evaluateHandle(watchClicks));
    // One that took longer than was waited for.
    if (await anyArrived(watched)) return;
    await element.frame.page().mouse.click(x, y, options);
    const heard = await whatCame(watched);
    if (heard === 'arrived') return;
    astray = heard;
  }
  throw new Error(`${what} got no click of ${MISSES}; the last one went to ${astray}`);
}

async function whatCame(watched: readonly JSHandle<Heard>[]): Promise<string> {
  const deadline = Date.now() + ON_ITS_WAY;
  for (;;) {
    if (await anyArrived(watched)) return 'arrived';
    const astray = (await watched.at(-1)?.jsonValue())?.astray ?? null;
    if (astray !== null) return astray;
    if (Date.now() > deadline) return 'nothing in this page';
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A page that nobody can ask any more went away by the click. */
async function anyArrived(watched: readonly JSHandle<Heard>[]): Promise<boolean> {
  const heard = await Promise.all(watched.map((each) => each.jsonValue().catch(() => null)));
  return heard.some((each) => each === null || each.arrived);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The element's centre, in the tab.
 *
 * @throws Error that says why a click there would miss it now, in its own document or in those around it.
 */
async function clickablePoint(element: ElementHandle<HTMLElement>): Promise<Point> {
  let at = await element.evaluate(lookAt, null);
  let frame: Frame = element.frame;
  for (let around = frame.parentFrame(); around !== null; around = frame.parentFrame()) {
    if (at.hindrance !== null) break;
    const border = (await frame.frameElement()) as ElementHandle<HTMLElement> | null;
    if (border === null) throw new Error('its frame is gone');
    at = await border.evaluate(lookAt, at);
    frame = around;
  }
  if (at.hindrance !== null) throw new Error(at.hindrance);
  return at;
}

/**
 * Runs in the page: brings the element into sight and says what keeps a click from it, at its centre or at a
 * point of the frame that it is.
 */
async function lookAt(
  element: HTMLElement,
  within: Point | null,
): Promise<Point & { readonly hindrance: string | null }> {
  const box = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  // A tab in the background paints nothing.
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 200);
    });
  const at = () => {
    const { x, y, width, height } = box();
    if (within === null) return { x: x + width / 2, y: y + height / 2 };
    return { x: x + element.clientLeft + within.x, y: y + element.clientTop + within.y };
  };
  const before = () => {
    const { x, y } = at();
    const top = document.elementFromPoint(x, y);
    const labels = (element as HTMLInputElement).labels ?? [];
    if ([element, ...labels].some((own) => own.contains(top))) return null;
    return top === null ? 'it is out of sight' : `<${top.tagName} ${top.className}> covers it`;
  };
  if (before() !== null) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const first = JSON.stringify(box());
  await painted();
  await painted();
  const moves = JSON.stringify(box()) !== first;
  return { hindrance: moves ? 'it moves' : before(), ...at() };
}

/** Runs in the page: notes whether a click comes to the element, and where others go. */
function watchClicks(element: HTMLElement): Heard {
  const heard = { arrived: false, astray: null as string | null };
  const hear = (event: MouseEvent) => {
    if (!event.isTrusted) return;
    const target = event.composedPath()[0] as Element;
    const labels = (element as HTMLInputElement).labels ?? [];
    if ([element, ...labels].some((own) => own.contains(target))) heard.arrived = true;
    else heard.astray ??= target.outerHTML.slice(0, 200);
    if (heard.arrived) window.removeEventListener('click', hear, { capture: true });
  };
  window.addEventListener('click', hear, { capture: true });
  return heard;
}
