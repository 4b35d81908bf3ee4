import { useEffect, useState, type RefObject } from 'react';

/** What IntersectionObserver v2 adds (Chromium): whether nothing covers, fades or filters the element. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible: boolean;
}
interface VisibilityOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

const TRACKS_VISIBILITY =
  'IntersectionObserverEntry' in globalThis && 'isVisible' in IntersectionObserverEntry.prototype;
const WHOLE = 0.99;

/**
 * Whether the element is really on screen, whole and uncovered, so that a page cannot lay something over
 * it to borrow a click. Browsers that cannot tell (Firefox) count it as seen.
 */
export function useSeen(target: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(!TRACKS_VISIBILITY);
  useEffect(() => {
    if (!TRACKS_VISIBILITY || target.current === null) return;
    const options: VisibilityOptions = {
      threshold: [0, WHOLE, 1],
      trackVisibility: true,
      delay: 100,
    };
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1) as VisibilityEntry | undefined;
      setSeen(entry?.isVisible === true && entry.intersectionRatio >= WHOLE);
    }, options);
    observer.observe(target.current);
    return () => {
      observer.disconnect();
    };
  }, [target]);
  return seen;
}
