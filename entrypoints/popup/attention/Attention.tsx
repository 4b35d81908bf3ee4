import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { Section } from '../../../components/Section.tsx';
import { openAlerts } from '../../../lib/ledger/alerts.ts';
import type { JobView } from '../../../lib/messages/job-view.ts';
import { useFocusKept } from '../live/use-focus-kept.ts';
import { useLive } from '../live/use-live.ts';
import type { Known } from '../places.ts';
import { JobItem } from '../queue/JobItem.tsx';
import { AlertItem } from './AlertItem.tsx';

interface AttentionProps {
  /** Operations that wait for a person. */
  readonly stopped: readonly JobView[];
  readonly known: Known;
}

/** What nobody but a person can settle. */
export function Attention({ stopped, known }: AttentionProps): ReactElement {
  const { value } = useLive(openAlerts);
  const alerts = value ?? [];
  const count = alerts.length + stopped.length;
  const place = useFocusKept<HTMLDivElement>(count);
  return (
    <Section
      heading={i18n.t('popup.attention')}
      className="stack"
      aside={count > 0 && <Badge tone="bad">{count}</Badge>}
    >
      <div ref={place} tabIndex={-1} className="stack">
        {count === 0 ? (
          <p className="soft small">{i18n.t('popup.attention_empty')}</p>
        ) : (
          <ul className="rows">
            {alerts.map((alert) => (
              <AlertItem key={alert.id} alert={alert} known={known} />
            ))}
            {stopped.map((job) => (
              <JobItem key={job.id} job={job} known={known} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
