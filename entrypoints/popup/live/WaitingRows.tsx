import type { ReactElement, ReactNode } from 'react';
import type { Live } from '../../../components/use-live.ts';
import { isFinal, Unread } from './Unread.tsx';
import { useFocusKept } from './use-focus-kept.ts';

interface WaitingRowsProps {
  /** What the rows were made of. */
  readonly of: readonly Live<unknown>[];
  readonly count: number;
  /** What is said where there are none: only once all of it was read. */
  readonly empty: string;
  readonly children: ReactNode;
}

/** Rows that go away once somebody saw to them. */
export function WaitingRows({
  of: readings,
  count,
  empty,
  children,
}: WaitingRowsProps): ReactElement {
  const place = useFocusKept<HTMLDivElement>(count);
  return (
    <div ref={place} tabIndex={-1} className="stack">
      <Unread of={readings} />
      {count === 0 && isFinal(readings) && <p className="soft small">{empty}</p>}
      {count > 0 && <ul className="rows">{children}</ul>}
    </div>
  );
}
