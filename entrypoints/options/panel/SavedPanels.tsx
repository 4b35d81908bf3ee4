import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { RemoveButton } from '../../../components/RemoveButton.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { SectionProps } from '../section-props.ts';
import { Notice } from '../../../components/Notice.tsx';
import { PanelAccount } from './PanelAccount.tsx';
import { PanelChecks } from './PanelChecks.tsx';
import { PanelReading } from './PanelReading.tsx';

interface SavedPanelsProps extends SectionProps {
  readonly onGrant: (origin: string) => void;
}

export function SavedPanels({ setup, onChange, onGrant }: SavedPanelsProps): ReactElement | null {
  const remove = useAction<null>();
  if (setup.panels.length === 0) return null;

  const onRemove = async (origin: string): Promise<void> => {
    const outcome = await remove.run(() => ask({ verb: 'panel/remove', origin }));
    if (outcome.ok) onChange();
  };
  return (
    <>
      <ul className="saved" aria-label={i18n.t('options_panel.list')}>
        {setup.panels.map((panel) => {
          const { origin, permitted } = panel;
          return (
            <li key={origin}>
              <span>
                <strong>{origin}</strong>{' '}
                <Badge tone={permitted ? 'good' : 'bad'}>
                  {permitted
                    ? i18n.t('options_panel.permitted')
                    : i18n.t('options_panel.not_permitted')}
                </Badge>
              </span>
              <span className="buttons">
                {!permitted && (
                  <button
                    type="button"
                    onClick={() => {
                      onGrant(origin);
                    }}
                  >
                    {i18n.t('options_panel.grant_again')}
                  </button>
                )}
                <RemoveButton
                  name={origin}
                  label={i18n.t('options_panel.revoke')}
                  busy={remove.busy}
                  onRemove={() => void onRemove(origin)}
                />
              </span>
              <div className="stack whole">
                <PanelAccount panel={panel} setup={setup} onChange={onChange} />
                {panel.billsByFatura && (
                  <Notice tone="bad">
                    <p>{i18n.t('options_panel.by_fatura')}</p>
                  </Notice>
                )}
                <PanelReading panel={panel} onChange={onChange} />
                <PanelChecks origin={origin} onChange={onChange} />
              </div>
            </li>
          );
        })}
      </ul>
      {remove.failure !== null && <FailureNotice failure={remove.failure} />}
    </>
  );
}
