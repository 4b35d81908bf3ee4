import type { ReactElement } from 'react';
import { Notice } from '../../components/Notice.tsx';
import type { Tone } from '../../components/Badge.tsx';
import { reasonText } from '../../components/text.ts';
import type { BlockReason } from '../../lib/billing/send-plan.types.ts';
import type { DrawerRequest } from '../../lib/messages/drawer.ts';
import { OpenOptions } from './OpenOptions.tsx';
import { isReasonForOptions } from './ways-out.ts';

interface ReasonsProps {
  readonly reasons: readonly BlockReason[];
  readonly tone: Tone;
  readonly send: (request: DrawerRequest) => void;
}

/** Why nothing is sent; every reason says its way out. The same reason may stand for two charges. */
export function Reasons({ reasons, tone, send }: ReasonsProps): ReactElement {
  return (
    <Notice tone={tone}>
      <ul>
        {reasons.map((reason, at) => (
          <li key={`${reason.code}-${at}`}>{reasonText(reason)}</li>
        ))}
      </ul>
      {reasons.some(({ code }) => isReasonForOptions(code)) && <OpenOptions send={send} />}
    </Notice>
  );
}
