import type { ReactElement, Ref } from 'react';
import { i18n } from '#i18n';

/** Leaves the window, and all as it is. */
export function CloseButton({ ref }: { readonly ref?: Ref<HTMLButtonElement> }): ReactElement {
  return (
    <button
      ref={ref}
      type="button"
      onClick={() => {
        window.close();
      }}
    >
      {i18n.t('act.close')}
    </button>
  );
}
