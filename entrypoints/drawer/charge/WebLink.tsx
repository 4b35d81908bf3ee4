import type { ReactElement, ReactNode } from 'react';

interface WebLinkProps {
  readonly url: string;
  /** The key that opens it too. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

/** A link out of the extension. Only https: the address comes from an answer of another system. */
export function WebLink({ url, shortcut, children }: WebLinkProps): ReactElement | null {
  if (!url.startsWith('https://')) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" data-key={shortcut}>
      {children}
    </a>
  );
}
