import { OWN } from './selectors.ts';

/** Takes away what an older copy of the script left in the page: marks, frames, menu, notices, toasts. */
export function removeLeftovers(document: Document): void {
  const own = [OWN.mark, OWN.menu, OWN.drawer, OWN.palette, OWN.notice, OWN.toasts]
    .map((name) => `[${name}]`)
    .join();
  for (const element of document.querySelectorAll(own)) element.remove();
}
