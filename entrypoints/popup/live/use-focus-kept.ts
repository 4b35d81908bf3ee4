import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a list whose rows go away when their button is pressed: the keyboard goes on from the list's own
 * place instead of from the top of the page. `rows` is how many there are.
 */
export function useFocusKept<E extends HTMLElement>(rows: number): RefObject<E | null> {
  const place = useRef<E>(null);
  const before = useRef(rows);
  useEffect(() => {
    const isFewer = rows < before.current;
    before.current = rows;
    if (isFewer && document.activeElement === document.body)
      place.current?.focus({ preventScroll: true });
  }, [rows]);
  return place;
}
