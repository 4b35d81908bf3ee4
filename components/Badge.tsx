import type { ReactElement, ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

export function Badge(props: { readonly tone: Tone; readonly children: ReactNode }): ReactElement {
  return <span className={`badge tone-${props.tone}`}>{props.children}</span>;
}
