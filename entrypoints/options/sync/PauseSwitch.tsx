import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';

interface PauseSwitchProps {
  readonly paused: boolean;
  readonly onChange: () => void;
}

/** Works at once: whoever pauses everything must not have to look for a button that saves it. */
export function PauseSwitch({ paused, onChange }: PauseSwitchProps): ReactElement {
  const set = useAction<null>();
  /** What was asked for and is not so yet: the switch stays where it was put meanwhile. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  if (wanted === paused) setWanted(null);
  const turn = async (next: boolean): Promise<void> => {
    setWanted(next);
    const outcome = await set.run(() => ask({ verb: 'pause/set', paused: next }));
    if (outcome.ok) onChange();
    else setWanted(null);
  };
  return (
    <div className="stack">
      <CheckBox
        kind="switch"
        label={i18n.t('options_sync.pause')}
        note={i18n.t('options_sync.pause_note')}
        checked={wanted ?? paused}
        onChange={(next) => void turn(next)}
      />
      {paused && (
        <Notice tone="warn" role="status">
          <p>{i18n.t('options_sync.paused')}</p>
        </Notice>
      )}
      {set.failure !== null && <FailureNotice failure={set.failure} />}
    </div>
  );
}
