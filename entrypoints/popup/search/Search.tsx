import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { Found } from '../../../lib/messages/pages.ts';
import type { Known } from '../places.ts';
import { FoundItem } from './FoundItem.tsx';

/** For a phone call: a client's open invoices, or one invoice, and how it stands. */
export function Search({ known }: { readonly known: Known }): ReactElement {
  const [text, setText] = useState('');
  const search = useAction<readonly Found[]>();
  const found = search.done?.value ?? null;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() === '' || search.busy) return;
    void search.run(() => ask({ verb: 'search/find', text: text.trim() }));
  };
  const change = (next: string): void => {
    setText(next);
    if (next === '') search.reset();
  };
  return (
    <search className="stack">
      <form onSubmit={submit}>
        <Field
          label={i18n.t('popup.search')}
          hint={i18n.t('popup.search_hint')}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={text}
          onChange={change}
          after={
            <button type="submit" aria-disabled={search.busy}>
              {search.busy ? i18n.t('popup.searching') : i18n.t('popup.search_button')}
            </button>
          }
        />
      </form>
      <p role="status" className={found === null ? 'visually-hidden' : 'small soft'}>
        {search.busy && i18n.t('popup.searching')}
        {found !== null && i18n.t('popup.found', found.length)}
      </p>
      {search.failure !== null && <FailureNotice failure={search.failure} />}
      {found !== null && found.length > 0 && (
        <ul className="results">
          {found.map((each) => (
            <FoundItem key={`${each.origin} ${each.invoiceId}`} found={each} known={known} />
          ))}
        </ul>
      )}
    </search>
  );
}
