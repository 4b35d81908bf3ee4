import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { Choices } from '../use-choices.ts';

export function RefundConfirmation({ choices }: { readonly choices: Choices }): ReactElement {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={choices.current.newAfterRefund === true}
        onChange={(event) => {
          choices.choose({ newAfterRefund: event.target.checked });
        }}
      />
      <span>{i18n.t('choice.refund_confirm')}</span>
    </label>
  );
}
