import { useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { actFailureText } from '../../../../components/act-text.ts';
import { momentText } from '../../../../components/formats.ts';
import type { ChargeActs } from '../../../../lib/messages/charge-acts.ts';
import { ConfirmButton } from '../../confirm/ConfirmButton.tsx';
import type { DeskProps } from '../Desk.tsx';

interface SettleActProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly jobId: string;
  /** ms since the epoch. */
  readonly watchedUntil: number;
  readonly settled: ChargeActs['settled'];
}

/**
 * A person's word that Asaas did nothing lets the act be asked for once more, a refund too: it is taken as
 * carefully as a confirmation.
 */
export function SettleAct(props: SettleActProps): ReactElement {
  const { jobId, watchedUntil, settled, connected, send } = props;
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div ref={bar} className="stack">
      {settled?.failure != null && (
        <p role="alert" className="warn-text">
          {actFailureText(settled.failure)}
        </p>
      )}
      <ConfirmButton
        bar={bar}
        subject={`${jobId}/${String(settled?.at ?? 0)}`}
        enabled={connected}
        sending={false}
        sentence={i18n.t('act.watched', { time: momentText(watchedUntil) })}
        label={i18n.t('act.settle')}
        onConfirm={() => {
          send({ verb: 'settle-act', jobId });
        }}
      />
    </div>
  );
}
