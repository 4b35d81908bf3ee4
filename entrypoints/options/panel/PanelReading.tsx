import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { Age } from '../../../components/Age.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import { sourceText } from '../../../components/text.ts';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { READING_SOURCES } from '../../../lib/billing/reading-source.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';

interface PanelReadingProps {
  readonly panel: PanelView;
  readonly onChange: () => void;
}

/** Firefox's background reaches what its tabs reach, and has no documents of its own kind. */
const OFFERED = READING_SOURCES.filter(
  (source) => source !== 'document' || !import.meta.env.FIREFOX,
);

/** How IXC is read: chosen by itself unless the operator says otherwise, and which one answered last. */
export function PanelReading({ panel, onChange }: PanelReadingProps): ReactElement {
  const { origin, source, reading } = panel;
  const choice = useAction<PanelSettings>();
  const sources = [
    'auto',
    ...(OFFERED.includes(source as never) ? OFFERED : READING_SOURCES),
  ] as const;

  const choose = async (chosen: PanelView['source']): Promise<void> => {
    const outcome = await choice.run(() => ask({ verb: 'panel/source', origin, source: chosen }));
    if (outcome.ok) onChange();
  };
  return (
    <>
      <SelectField
        label={i18n.t('options_panel.source')}
        of={origin}
        value={source}
        options={sources.map((each) => ({ value: each, label: sourceText(each) }))}
        onChange={(chosen) => void choose(chosen)}
        disabled={choice.busy}
      />
      {reading === null ? (
        <p className="soft small">{i18n.t('options_panel.source_none')}</p>
      ) : (
        <p className="small">
          {i18n.t('options_panel.source_used', { source: sourceText(reading.source) })}{' '}
          <Age seenAt={reading.at} />
        </p>
      )}
      {choice.failure !== null && <ActionOutcome action={choice} />}
    </>
  );
}
