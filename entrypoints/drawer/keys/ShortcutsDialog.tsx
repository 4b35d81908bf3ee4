import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { SHORTCUTS } from './drawer-keys.ts';

/** As keyboards have it. */
const ESCAPE = 'Esc';

/** Every key of the drawer. The keyboard stays in it, and goes back to where it was. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the document, or the browser would not give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
    };
  }, []);
  // One thing in it takes the focus: a step on would leave the frame for the page around it.
  const stay = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') event.preventDefault();
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} onKeyDown={stay} onCancel={onClose} data-shortcuts="">
      <h2 id={id}>{i18n.t('keys.heading')}</h2>
      <dl className="key-list">
        {SHORTCUTS.map(({ key, text }) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{i18n.t(text)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{i18n.t('keys.help')}</dd>
        </div>
        <div>
          <dt>
            <kbd>{ESCAPE}</kbd>
          </dt>
          <dd>{i18n.t('keys.escape')}</dd>
        </div>
      </dl>
      <button type="button" onClick={onClose}>
        {i18n.t('keys.close')}
      </button>
    </dialog>
  );
}
