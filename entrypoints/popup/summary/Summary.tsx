import { useCallback, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { EnvironmentBadge } from '../../../components/EnvironmentBadge.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Section } from '../../../components/Section.tsx';
import { todayInSaoPaulo } from '../../../lib/billing/calendar.ts';
import { readClockOffset } from '../../../lib/engine/server-clock.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { readSummary } from '../../../lib/ledger/summaries.ts';
import { useLive } from '../live/use-live.ts';
import { useToday } from '../live/use-today.ts';
import type { Known } from '../places.ts';
import { Breakdown } from './Breakdown.tsx';
import { FigureList } from './FigureList.tsx';
import { summarise } from './summary-groups.ts';

/** What there is to be received, and what was. From the ledger alone. */
export function Summary({ known }: { readonly known: Known }): ReactElement {
  const today = useToday();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another day is the same question, asked anew
  const query = useCallback((ledger: LedgerDatabase) => readOf(ledger), [today]);
  const { value: lines, failure } = useLive(query);
  const summary = lines && summarise(lines, known);
  const groups = summary?.groups ?? [];
  return (
    <Section
      heading={i18n.t('popup.summary')}
      className="stack"
      aside={summary?.environment === 'sandbox' && <EnvironmentBadge of="sandbox" />}
    >
      {failure !== null && <FailureNotice failure={failure} />}
      <FigureList figures={summary?.total ?? null} />
      {summary !== null && groups.length === 0 && (
        <p className="soft small">{i18n.t('popup.summary_empty')}</p>
      )}
      {(groups.length > 1 || groups.some(({ leftOut }) => leftOut !== null)) && (
        <Breakdown groups={groups} known={known} />
      )}
      <details>
        <summary>{i18n.t('popup.meaning')}</summary>
        <ul className="meanings small">
          <li>{i18n.t('popup.meaning_pending')}</li>
          <li>{i18n.t('popup.meaning_overdue')}</li>
          <li>{i18n.t('popup.meaning_received')}</li>
          <li>{i18n.t('popup.meaning_confirmed')}</li>
        </ul>
      </details>
    </Section>
  );
}

/** In one transaction with the clock that says what "today" is, so that the numbers do not wait for two. */
function readOf(ledger: LedgerDatabase) {
  return ledger.transaction('r', ledger.meta, ledger.aggregates, async () =>
    readSummary(ledger, todayInSaoPaulo(Date.now() + (await readClockOffset(ledger)))),
  );
}
