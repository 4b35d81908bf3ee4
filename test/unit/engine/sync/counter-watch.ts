import { MINUTE, twoSides } from './two-sides.ts';

/** A browser that watches the counter of so many charged invoices. `odd`: a base that cannot be asked for changes. */
export async function watching(count = 1, odd = false) {
  const sides = twoSides(odd ? { odd: 'refused' } : {});
  const browser = await sides.browser();
  const all = Array.from({ length: count }, () => sides.charged());
  const [first] = all;
  if (!first) throw new Error('no charge');
  await browser.settle();
  await browser.counter();
  const look = async (ms = 3 * MINUTE) => {
    await sides.clock.advance(ms);
    await browser.counter();
  };
  return { sides, browser, all, ...first, look };
}
