import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { RemovePassphraseForm } from './RemovePassphraseForm.tsx';
import { SetPassphraseForm } from './SetPassphraseForm.tsx';

interface PassphraseFormsProps {
  readonly vault: 'device' | 'unlocked';
  readonly onChange: () => void;
}

/** Creating is always at hand; changing and removing open on demand, one at a time. */
export function PassphraseForms({ vault, onChange }: PassphraseFormsProps): ReactElement {
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  if (vault === 'device') return <SetPassphraseForm hasPassphrase={false} onSaved={onChange} />;
  const toggle = (form: 'change' | 'remove') => (): void => {
    setOpen(open === form ? null : form);
  };
  return (
    <div className="stack">
      <div className="buttons">
        <button type="button" aria-expanded={open === 'change'} onClick={toggle('change')}>
          {i18n.t('options_security.show_change')}
        </button>
        <button type="button" aria-expanded={open === 'remove'} onClick={toggle('remove')}>
          {i18n.t('options_security.show_remove')}
        </button>
      </div>
      {open === 'change' && <SetPassphraseForm hasPassphrase onSaved={onChange} />}
      {open === 'remove' && <RemovePassphraseForm onRemoved={onChange} />}
    </div>
  );
}
