import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import type { Choices } from '../use-choices.ts';

export function RefundConfirmation({ choices }: { readonly choices: Choices }): ReactElement {
  return (
    <CheckBox
      label={i18n.t('choice.refund_confirm')}
      checked={choices.current.newAfterRefund === true}
      onChange={(newAfterRefund) => {
        choices.choose({ newAfterRefund });
      }}
    />
  );
}
