import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { NoticeCosts } from '../../../components/NoticeCosts.tsx';
import { NoticesGrid } from '../../../components/NoticesGrid.tsx';
import { slotText } from '../../../components/notices-text.ts';
import type { Action } from '../../../components/use-action.ts';
import { NOTICE_SLOTS } from '../../../lib/billing/notices/notice.ts';
import { chargeCost, type NoticeFees } from '../../../lib/billing/notices/notice-cost.ts';
import type { PayerNoticeSettings } from '../../../lib/settings/settings.ts';
import { SettingsForm } from '../SettingsForm.tsx';

interface SchemeFormProps {
  readonly draft: PayerNoticeSettings;
  readonly fees: NoticeFees;
  readonly save: Action<null>;
  readonly onChange: (draft: PayerNoticeSettings) => void;
  readonly onSubmit: () => void;
}

/** What Asaas is to tell, and what that costs a charge. Nothing is changed at Asaas by saving it. */
export function SchemeForm(props: SchemeFormProps): ReactElement {
  const { draft, fees, save, onChange, onSubmit } = props;
  const { grid } = draft;
  return (
    <SettingsForm save={save} onSubmit={onSubmit}>
      <NoticesGrid
        caption={i18n.t('options_payer_notices.scheme')}
        rows={NOTICE_SLOTS.map((slot) => ({
          key: slot,
          slot,
          name: slotText(slot, null),
          channels: grid[slot],
        }))}
        fees={fees}
        idle={false}
        onSwitch={(slot, channel, on) => {
          onChange({ ...draft, grid: { ...grid, [slot]: { ...grid[slot], [channel]: on } } });
        }}
      />
      <NoticeCosts fees={fees} cost={chargeCost(grid, fees)} />
      <p className="soft small">{i18n.t('notices.cost_note')}</p>
      <CheckBox
        label={i18n.t('options_payer_notices.new_payers')}
        note={i18n.t('options_payer_notices.new_payers_note')}
        checked={draft.newPayers}
        onChange={(newPayers) => {
          onChange({ ...draft, newPayers });
        }}
      />
    </SettingsForm>
  );
}
