import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DeskState, PaletteDesk } from './desk.ts';

interface SearchFieldProps {
  readonly state: DeskState;
  readonly desk: PaletteDesk;
}

/** Where everything begins: it has the focus when the palette opens. */
export function SearchField({ state, desk }: SearchFieldProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <input
      ref={field}
      type="search"
      aria-label={i18n.t('palette.search')}
      placeholder={i18n.t('palette.search_hint')}
      autoComplete="off"
      spellCheck={false}
      maxLength={80}
      value={state.text}
      onChange={({ target }) => {
        desk.type(target.value);
      }}
    />
  );
}
