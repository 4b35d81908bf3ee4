import { useState, type ReactElement } from 'react';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { SecuritySettings } from '../../../lib/settings/settings.ts';
import type { SectionProps } from '../section-props.ts';
import { SettingsForm } from '../SettingsForm.tsx';
import { AutoLockField } from './AutoLockField.tsx';
import { RoleChoice } from './RoleChoice.tsx';

/** Who works at this seat, and when it locks by itself. */
export function SecurityForm({ setup, onChange }: SectionProps): ReactElement {
  const [edited, setEdited] = useState<Partial<SecuritySettings>>({});
  const save = useAction<null>();
  const { autoLockMinutes, role } = { ...setup.security, ...edited };

  const edit = (patch: Partial<SecuritySettings>): void => {
    setEdited({ ...edited, ...patch });
    save.reset();
  };
  const submit = async (): Promise<void> => {
    const outcome = await save.run(() => ask({ verb: 'security/save', autoLockMinutes, role }));
    if (!outcome.ok) return;
    setEdited({});
    onChange();
  };
  return (
    <SettingsForm save={save} onSubmit={() => void submit()}>
      <RoleChoice
        role={role}
        fixed={setup.rolePolicy}
        onChange={(chosen) => {
          edit({ role: chosen });
        }}
      />
      <AutoLockField
        minutes={autoLockMinutes}
        hasPassphrase={setup.vault !== 'device'}
        onChange={(minutes) => {
          edit({ autoLockMinutes: minutes });
        }}
      />
    </SettingsForm>
  );
}
