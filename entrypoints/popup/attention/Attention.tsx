import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { Section } from '../../../components/Section.tsx';
import type { Live } from '../../../components/use-live.ts';
import type { ReadableQueue } from '../../../lib/engine/notify/readable-queue.ts';
import type { AlertRow } from '../../../lib/ledger/rows.ts';
import { OddRow, RowGuard } from '../live/RowGuard.tsx';
import { isFinal, Unread } from '../live/Unread.tsx';
import { useFocusKept } from '../live/use-focus-kept.ts';
import { invoiceLabel, type Known } from '../places.ts';
import { JobItem } from '../queue/JobItem.tsx';
import { queueParts } from '../queue/queue-parts.ts';
import { AlertItem } from './AlertItem.tsx';

interface AttentionProps {
  readonly alerts: Live<readonly AlertRow[]>;
  /** Of it, the operations that wait for a person. */
  readonly queue: Live<ReadableQueue>;
  readonly known: Known;
}

/** What nobody but a person can settle. That there is nothing is said only once all of it was read. */
export function Attention({ alerts, queue, known }: AttentionProps): ReactElement {
  const raised = alerts.value ?? [];
  const { stopped } = queueParts(queue.value?.jobs ?? []);
  const odd = (queue.value?.odd ?? []).filter(({ state }) => state === 'blocked');
  const count = raised.length + stopped.length + odd.length;
  const place = useFocusKept<HTMLDivElement>(count);
  return (
    <Section
      heading={i18n.t('popup.attention')}
      className="stack"
      aside={count > 0 && <Badge tone="bad">{count}</Badge>}
    >
      <div ref={place} tabIndex={-1} className="stack">
        <Unread of={[alerts, queue]} />
        {count === 0 && isFinal([alerts, queue]) && (
          <p className="soft small">{i18n.t('popup.attention_empty')}</p>
        )}
        {count > 0 && (
          <ul className="rows">
            {raised.map((alert) => (
              <RowGuard key={alert.id} about={aboutOf(alert, known)}>
                <AlertItem alert={alert} known={known} />
              </RowGuard>
            ))}
            {stopped.map((job) => (
              <RowGuard key={job.id} about={invoiceLabel(job.invoiceId, job.origin, known)}>
                <JobItem job={job} known={known} />
              </RowGuard>
            ))}
            {odd.map(({ id, invoiceId, origin }) => (
              <OddRow key={id} about={invoiceLabel(invoiceId, origin, known)} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function aboutOf({ invoiceId }: AlertRow, known: Known): string | null {
  return invoiceId === null ? null : invoiceLabel(invoiceId, null, known);
}
