import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { failureText, reasonText, sourceText } from '../../../components/text.ts';
import type {
  DrawerInstead,
  DrawerRequest,
  InsteadSource,
  TriedWay,
} from '../../../lib/messages/drawer.ts';
import { OpenOptions } from '../OpenOptions.tsx';

interface WaysTriedProps {
  readonly instead: DrawerInstead;
  readonly busy: boolean;
  readonly connected: boolean;
  readonly onChoose: (source: InsteadSource) => void;
  readonly onRetry: () => void;
  readonly send: (request: DrawerRequest) => void;
}

/** What every way to IXC met with, and what is left for this invoice: nothing is chosen without a press. */
export function WaysTried(props: WaysTriedProps): ReactElement {
  const { instead, busy, connected, onChoose, onRetry, send } = props;
  const { ways, offer, known } = instead;
  return (
    <Notice tone="bad" role="alert" title={i18n.t('instead.title')}>
      <dl className="ways">
        {[...alike(ways)].map(([outcome, [first, ...others]]) => (
          <div key={outcome}>
            <dt>{[first, ...others].map(({ source }) => sourceText(source)).join(', ')}</dt>
            <dd>{outcome}</dd>
            {first.failure?.detail !== undefined && (
              <dd>
                <blockquote>{first.failure.detail}</blockquote>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {offer === null && known.length > 0 && (
        <>
          <p>{i18n.t('instead.known')}</p>
          <ul>
            {known.map((reason) => (
              <li key={reason.code}>{reasonText(reason)}</li>
            ))}
          </ul>
        </>
      )}
      {offer !== null && <p>{noteOf(offer)}</p>}
      <div className="buttons">
        {offer !== null && (
          <button
            type="button"
            className="primary"
            disabled={busy || !connected}
            onClick={() => {
              onChoose(offer);
            }}
          >
            {labelOf(offer)}
          </button>
        )}
        <button type="button" disabled={busy || !connected} onClick={onRetry}>
          {i18n.t('action.retry')}
        </button>
        <OpenOptions send={send} />
      </div>
    </Notice>
  );
}

/** Ways by what became of them: two that met with the same are told once. */
function alike(ways: readonly TriedWay[]): ReadonlyMap<string, [TriedWay, ...TriedWay[]]> {
  const groups = new Map<string, [TriedWay, ...TriedWay[]]>();
  for (const way of ways) {
    const outcome = way.failure === null ? i18n.t('instead.reads') : failureText(way.failure);
    const group = groups.get(outcome);
    if (group) group.push(way);
    else groups.set(outcome, [way]);
  }
  return groups;
}

function labelOf(offer: InsteadSource): string {
  return offer === 'hand' ? i18n.t('instead.type') : i18n.t('instead.use_session');
}

function noteOf(offer: InsteadSource): string {
  return offer === 'hand' ? i18n.t('instead.type_note') : i18n.t('instead.session_note');
}
