import type { MouseEvent, ReactElement } from 'react';
import { i18n } from '#i18n';
import { elapsed } from '../../../../components/elapsed.ts';
import { CHANNEL_NAMES, KIND_NAMES, STATE_NAMES } from '../../../../components/message-text.ts';
import { useNow } from '../../../../components/use-now.ts';
import type { DrawerRequest } from '../../../../lib/messages/drawer.ts';
import type { LoggedMessage } from '../../../../lib/messages/payer-message.ts';

interface MessageLogProps {
  readonly log: readonly LoggedMessage[];
  /** How far this computer's clock is off Asaas's, ms. */
  readonly clockOffset: number;
  readonly connected: boolean;
  readonly send: (request: DrawerRequest) => void;
}

/** The messages of this charge. What was only opened stays so until the operator says what became of it. */
export function MessageLog({ log, clockOffset, connected, send }: MessageLogProps): ReactElement {
  const now = useNow(15_000) + clockOffset;
  return (
    <>
      <h3>{i18n.t('message.log')}</h3>
      <ul className="stack">
        {log.map((one) => {
          const settle =
            (as: 'sent' | 'not-sent') =>
            ({ nativeEvent }: MouseEvent): void => {
              if (nativeEvent.isTrusted) send({ verb: 'message-settle', id: one.id, as });
            };
          const name = `${i18n.t(KIND_NAMES[one.template])} · ${i18n.t(CHANNEL_NAMES[one.channel])}`;
          return (
            <li key={one.id} className="stack">
              <span>
                {name}
                {one.charges > 1 && ` · ${i18n.t('message.about', one.charges)}`}
              </span>
              <span className="soft small">
                {`${i18n.t(STATE_NAMES[one.state])} ${ageOf(one, now)}`}
              </span>
              {one.isOwn && (one.state === 'opened' || one.state === 'unknown') && (
                <span className="buttons">
                  <button
                    type="button"
                    disabled={!connected}
                    aria-label={`${i18n.t('message.mark_sent')}: ${name}`}
                    onClick={settle('sent')}
                  >
                    {i18n.t('message.mark_sent')}
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    disabled={!connected}
                    aria-label={`${i18n.t('message.mark_not_sent')}: ${name}`}
                    onClick={settle('not-sent')}
                  >
                    {i18n.t('message.mark_not_sent')}
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function ageOf({ settledAt }: LoggedMessage, now: number): string {
  const { unit, count } = elapsed(settledAt, now);
  const params = { count: String(count) };
  switch (unit) {
    case 'now':
      return i18n.t('message.age_now');
    case 'minutes':
      return i18n.t('message.age_minutes', params);
    case 'hours':
      return i18n.t('message.age_hours', params);
    case 'days':
      return i18n.t('message.age_days', params);
  }
}
