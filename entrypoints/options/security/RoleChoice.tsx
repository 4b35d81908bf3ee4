import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices } from '../../../components/Choice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { Role } from '../../../lib/settings/settings.ts';

interface RoleChoiceProps {
  readonly role: Role;
  /** The administrator's policy decided. */
  readonly fixed: boolean;
  readonly onChange: (role: Role) => void;
}

const ROLES = [
  ['attendant', 'options_security.role_attendant', 'options_security.role_attendant_note'],
  ['finance', 'options_security.role_finance', 'options_security.role_finance_note'],
] as const;

/** What this seat may do beyond sending; said, not chosen, where a policy decided. */
export function RoleChoice({ role, fixed, onChange }: RoleChoiceProps): ReactElement {
  if (fixed)
    return (
      <Notice tone="quiet">
        <p>
          {role === 'finance'
            ? i18n.t('options_security.role_fixed_finance')
            : i18n.t('options_security.role_fixed_attendant')}
        </p>
      </Notice>
    );
  return (
    <Choices legend={i18n.t('options_security.role')}>
      {ROLES.map(([each, label, note]) => (
        <Choice
          key={each}
          name="role"
          label={i18n.t(label)}
          note={i18n.t(note)}
          checked={role === each}
          onSelect={() => {
            onChange(each);
          }}
        />
      ))}
    </Choices>
  );
}
