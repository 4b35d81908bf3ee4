import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { billingTypeText } from '../../../components/text.ts';
import type { BillingType } from '../../../lib/billing/charge.ts';
import type { Choices } from '../use-choices.ts';

const TYPES: readonly BillingType[] = ['UNDEFINED', 'PIX', 'BOLETO'];

interface MethodChoiceProps {
  readonly billingType: BillingType;
  readonly choices: Choices;
}

export function MethodChoice({ billingType, choices }: MethodChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{i18n.t('choice.method')}</label>
      <select
        id={id}
        value={choices.current.billingType ?? billingType}
        onChange={({ target }) => {
          choices.choose({ billingType: TYPES.find((type) => type === target.value) });
        }}
      >
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {billingTypeText(type)}
          </option>
        ))}
      </select>
    </div>
  );
}
