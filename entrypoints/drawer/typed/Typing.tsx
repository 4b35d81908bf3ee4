import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DrawerRequest } from '../../../lib/messages/drawer.ts';
import { NOTHING_TYPED } from './typed-draft.ts';
import { TypedInvoiceForm } from './TypedInvoiceForm.tsx';

interface TypingProps {
  /** False: what was typed is planned already, and may be corrected. */
  readonly asked: boolean;
  /** The operator has just asked for it. */
  readonly takesFocus: boolean;
  readonly busy: boolean;
  readonly connected: boolean;
  readonly onRetry: () => void;
  readonly send: (request: DrawerRequest) => void;
}

/** Keeps what was typed while the drawer is open, so that one wrong digit does not cost the rest. */
export function Typing(props: TypingProps): ReactElement {
  const { asked, takesFocus, ...form } = props;
  const [draft, setDraft] = useState(NOTHING_TYPED);
  const [correcting, setCorrecting] = useState(false);
  if (!asked && !correcting)
    return (
      <div className="buttons">
        <button
          type="button"
          onClick={() => {
            setCorrecting(true);
          }}
        >
          {i18n.t('typed.correct')}
        </button>
      </div>
    );
  return (
    <TypedInvoiceForm
      {...form}
      draft={draft}
      takesFocus={takesFocus || correcting}
      onChange={setDraft}
      onSent={() => {
        setCorrecting(false);
      }}
    />
  );
}
