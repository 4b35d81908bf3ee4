import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../components/formats.ts';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { sweepBudget } from '../../../lib/ledger/quota.ts';
import type { SyncSettings } from '../../../lib/settings/settings.ts';
import { NumberFields } from '../NumberFields.tsx';
import { SettingsForm } from '../SettingsForm.tsx';
import { draftOf, numberOf, SYNC_LIMITS, syncOf, type SyncDraft } from './sync-draft.ts';

interface SyncFormProps {
  readonly sync: SyncSettings;
  readonly onChange: () => void;
}

const FIELDS = [
  ['sharePercent', 'options_sync.share', 'options_sync.share_hint'],
  ['browsersPerAccount', 'options_sync.browsers', 'options_sync.browsers_hint'],
] as const;

/** How much automatic reading may take, and among how many browsers that is divided. */
export function SyncForm({ sync, onChange }: SyncFormProps): ReactElement {
  const [edited, setEdited] = useState<SyncDraft | null>(null);
  const save = useAction<null>();
  const draft = edited ?? draftOf(sync);
  const chosen = syncOf(draft);

  const submit = async (): Promise<void> => {
    if (chosen === null) return;
    const outcome = await save.run(() => ask({ verb: 'sync/save', sync: chosen }));
    if (!outcome.ok) return;
    setEdited(null);
    onChange();
  };
  return (
    <SettingsForm save={save} disabled={chosen === null} onSubmit={() => void submit()}>
      <NumberFields
        fields={FIELDS}
        textOf={(key) => i18n.t(key)}
        typed={draft}
        onType={(field, typed) => {
          setEdited({ ...draft, [field]: typed });
          save.reset();
        }}
        errorOf={(field) => (numberOf(draft, field) === null ? outOfBounds(field) : undefined)}
        isWhole={() => true}
      />
      {chosen !== null && (
        <p className="soft">
          {i18n.t('options_sync.budget', { requests: countText(sweepBudget(chosen)) })}
        </p>
      )}
    </SettingsForm>
  );
}

function outOfBounds(field: keyof SyncDraft): string {
  const [min, max] = SYNC_LIMITS[field];
  return i18n.t('options_sync.whole_number', { min, max });
}
