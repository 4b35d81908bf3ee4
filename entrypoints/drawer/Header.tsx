import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { EnvironmentBadge } from '../../components/EnvironmentBadge.tsx';
import type { DrawerSnapshot } from '../../lib/messages/drawer.ts';
import { closeFrame } from '../../components/host-frame.ts';

interface HeaderProps {
  readonly invoiceId: string;
  readonly account: DrawerSnapshot['account'];
  readonly onHelp: () => void;
}

/** Takes the focus when the drawer opens, so that the keyboard starts at its top. */
export function Header({ invoiceId, account, onHelp }: HeaderProps): ReactElement {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const heading = i18n.t('drawer.heading', { id: invoiceId });
    document.title = `${heading} · ${i18n.t('drawer.title')}`;
    title.current?.focus();
  }, [invoiceId]);
  return (
    <header className="drawer-head">
      <h1 ref={title} tabIndex={-1}>
        {i18n.t('drawer.heading', { id: invoiceId })}
      </h1>
      {account !== null && <EnvironmentBadge of={account.environment} />}
      <button
        type="button"
        className="quiet help"
        aria-label={i18n.t('keys.heading')}
        aria-keyshortcuts="?"
        onClick={onHelp}
      >
        ?
      </button>
      <button
        type="button"
        className="quiet close"
        aria-label={i18n.t('drawer.close')}
        onClick={closeFrame}
      >
        ✕
      </button>
    </header>
  );
}
