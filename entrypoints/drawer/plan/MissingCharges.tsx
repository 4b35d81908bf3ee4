import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { BlockReason } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerRequest } from '../../../lib/messages/drawer.ts';
import type { Choices } from '../use-choices.ts';

interface MissingChargesProps {
  readonly reasons: readonly BlockReason[];
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

/** For who has looked at Asaas: each charge that it no longer finds is looked for once more and let go. */
export function MissingCharges({ reasons, choices, send }: MissingChargesProps): ReactElement {
  const charges = reasons.flatMap(({ code, params }) =>
    code === 'charge-not-found' ? (params?.['charge'] ?? []) : [],
  );
  return (
    <div className="buttons">
      {charges.map((chargeId) => (
        <button
          key={chargeId}
          type="button"
          disabled={choices.pending}
          onClick={() => {
            send({ verb: 'settle-missing', chargeId });
          }}
        >
          {i18n.t('operation.settle')}
          {charges.length > 1 && ` (${chargeId})`}
        </button>
      ))}
    </div>
  );
}
