import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { Section } from '../../../components/Section.tsx';
import type { Live } from '../../../components/use-live.ts';
import type { ReadableQueue } from '../../../lib/engine/notify/readable-queue.ts';
import type { AlertRow } from '../../../lib/ledger/rows.ts';
import { RowGuard } from '../live/RowGuard.tsx';
import { WaitingRows } from '../live/WaitingRows.tsx';
import { invoiceLabel, type Known } from '../places.ts';
import { JobRows } from '../queue/JobRows.tsx';
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
  return (
    <Section
      heading={i18n.t('popup.attention')}
      className="stack"
      aside={count > 0 && <Badge tone="bad">{count}</Badge>}
    >
      <WaitingRows of={[alerts, queue]} count={count} empty={i18n.t('popup.attention_empty')}>
        {raised.map((alert) => (
          <RowGuard key={alert.id} about={aboutOf(alert, known)}>
            <AlertItem alert={alert} known={known} />
          </RowGuard>
        ))}
        <JobRows jobs={stopped} odd={odd} known={known} />
      </WaitingRows>
    </Section>
  );
}

function aboutOf({ invoiceId }: AlertRow, known: Known): string | null {
  return invoiceId === null ? null : invoiceLabel(invoiceId, null, known);
}
