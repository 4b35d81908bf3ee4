import { useEffect, useState } from 'react';

/** True once `condition` has held without a break for `ms`, about the same `subject`. */
export function useHeld(condition: boolean, ms: number, subject: string): boolean {
  const [heldSubject, setHeldSubject] = useState<string | null>(null);
  useEffect(() => {
    if (!condition) return;
    const timer = setTimeout(() => {
      setHeldSubject(subject);
    }, ms);
    return () => {
      clearTimeout(timer);
      setHeldSubject(null);
    };
  }, [condition, ms, subject]);
  return condition && heldSubject === subject;
}
