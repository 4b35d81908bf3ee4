import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DrawerRequest } from '../../lib/messages/drawer.ts';

interface OpenOptionsProps {
  readonly label?: string;
  readonly primary?: boolean;
  readonly send: (request: DrawerRequest) => void;
}

/** The worker opens the page: a frame inside the panel may not. */
export function OpenOptions({ label, primary = false, send }: OpenOptionsProps): ReactElement {
  return (
    <button
      type="button"
      className={primary ? 'primary' : undefined}
      onClick={() => {
        send({ verb: 'open-options' });
      }}
    >
      {label ?? i18n.t('action.open_options')}
    </button>
  );
}
