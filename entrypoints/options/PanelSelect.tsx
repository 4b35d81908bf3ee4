import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { SelectField } from '../../components/SelectField.tsx';
import type { PanelView } from '../../lib/messages/pages.ts';

interface PanelSelectProps {
  readonly panels: readonly PanelView[];
  readonly origin: string;
  readonly onChange: (origin: string) => void;
}

/** Which panel is meant; nothing to choose while there is one. */
export function PanelSelect({ panels, origin, onChange }: PanelSelectProps): ReactElement | null {
  if (panels.length < 2) return null;
  return (
    <SelectField
      label={i18n.t('options_webservice.panel')}
      value={origin}
      options={panels.map((panel) => ({ value: panel.origin, label: panel.origin }))}
      onChange={onChange}
    />
  );
}
