/** Whatever the keyboard stops at, in its order. */
const STOPS = 'input, button, a[href]';

/**
 * Tab goes round within the palette: past its ends lies the page under it, which the operator sees no more of
 * than an edge. True: the focus was moved; otherwise the browser moves it.
 */
export function wrapTab(isBack: boolean): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => !stop.matches(':disabled') && stop.getClientRects().length > 0,
  );
  const [first] = all;
  const last = all.at(-1);
  const { activeElement } = document;
  const isNowhere = activeElement === null || activeElement === document.body;
  if (!isNowhere && activeElement !== (isBack ? first : last)) return false;
  (isBack ? last : first)?.focus();
  return true;
}
