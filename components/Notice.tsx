import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './Badge.tsx';

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  /** `alert` interrupts a screen reader, `status` waits; none for what is there from the start. */
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}

export function Notice({ tone, title, role, children }: NoticeProps): ReactElement {
  return (
    <div className={`notice tone-${tone}`} role={role}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}
