import type { ReactElement, ReactNode } from 'react';

interface WebLinkProps {
  readonly url: string;
  readonly children: ReactNode;
}

/** A link out of the extension. Only https: the address comes from an answer of another system. */
export function WebLink({ url, children }: WebLinkProps): ReactElement | null {
  if (!url.startsWith('https://')) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
