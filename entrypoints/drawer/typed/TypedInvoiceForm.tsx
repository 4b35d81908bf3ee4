import { useEffect, useRef, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Section } from '../../../components/Section.tsx';
import type { DrawerRequest } from '../../../lib/messages/drawer.ts';
import { OpenOptions } from '../OpenOptions.tsx';
import { TypedFields } from './TypedFields.tsx';
import { typedInvoiceOf, type TypedDraft } from './typed-draft.ts';

interface TypedInvoiceFormProps {
  readonly draft: TypedDraft;
  /** It appears where a button was just pressed. */
  readonly takesFocus: boolean;
  readonly busy: boolean;
  readonly connected: boolean;
  readonly onChange: (draft: TypedDraft) => void;
  readonly onSent: () => void;
  readonly onRetry: () => void;
  readonly send: (request: DrawerRequest) => void;
}

/** Asked where nothing can read IXC: what the operator sees on its screen, with the words of that screen. */
export function TypedInvoiceForm(props: TypedInvoiceFormProps): ReactElement {
  const { draft, takesFocus, busy, connected, onChange, onSent, onRetry, send } = props;
  /** How often it was refused: each time the first wrong field takes the focus. */
  const [refusals, setRefusals] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const submit = (): void => {
    const typed = typedInvoiceOf(draft);
    if (typed === null) {
      setRefusals(refusals + 1);
      return;
    }
    send({ verb: 'type', typed });
    onSent();
  };
  return (
    <Section heading={i18n.t('typed.heading')}>
      <p>{i18n.t('typed.lead')}</p>
      <p className="soft small">{i18n.t('typed.lasts')}</p>
      <form
        ref={form}
        className="stack"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TypedFields draft={draft} tells={refusals > 0} onChange={onChange} />
        <div className="buttons">
          <button type="submit" className="primary" disabled={busy || !connected}>
            {busy ? i18n.t('typed.checking') : i18n.t('typed.continue')}
          </button>
          <button type="button" disabled={busy || !connected} onClick={onRetry}>
            {i18n.t('typed.read_again')}
          </button>
          <OpenOptions send={send} />
        </div>
      </form>
    </Section>
  );
}
