import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { countText } from '../../../components/formats.ts';
import { priceText } from '../../../components/NoticeCosts.tsx';
import { NoticePricesTable } from '../../../components/NoticePricesTable.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { cents } from '../../../lib/billing/money.ts';
import {
  chargeCost,
  times,
  type ChargeCost,
  type NoticeFees,
} from '../../../lib/billing/notices/notice-cost.ts';
import { LeftOut } from './LeftOut.tsx';
import type { RunShown } from './run-of.ts';
import { runOf } from './run-text.ts';

interface RunPreviewProps {
  readonly run: RunShown;
  readonly fees: NoticeFees;
}

/** Where Asaas tells nothing. */
const FREE: ChargeCost = { onTime: cents(0), late: cents(0) };

/** How many payers there are, how many would change, what it will cost: and a number to type. */
export function RunPreview({ run, fees }: RunPreviewProps): ReactElement {
  const { job, counts, silenced } = run;
  const [typed, setTyped] = useState('');
  const order = useAction<null>();
  const payers = counts.differs;
  const all = payers + counts.same;
  const { onTime, late } = job.notifier === 'asaas' ? chargeCost(job.grid, fees) : FREE;
  const isTyped = typed.trim() === String(payers);
  return (
    <form
      className="stack card"
      aria-label={i18n.t('options_payer_notices.preview')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTyped) return;
        void order.run(() => ask({ verb: 'payer-notices/confirm', jobId: job.id, payers }));
      }}
    >
      <p>{runOf(job)}</p>
      <Facts>
        <Fact name={i18n.t('options_payer_notices.ours')}>{countText(all)}</Fact>
        <Fact name={i18n.t('options_payer_notices.would_change')}>{countText(payers)}</Fact>
        {job.notifier === 'asaas' && (
          <Fact name={i18n.t('options_payer_notices.switched_on')}>{countText(silenced)}</Fact>
        )}
        <Fact name={i18n.t('options_payer_notices.per_charge')}>{priceText(onTime)}</Fact>
        <Fact name={i18n.t('options_payer_notices.per_charge_late')}>{priceText(late)}</Fact>
        <Fact name={i18n.t('options_payer_notices.per_month')}>
          {priceText(times(all, onTime))}
        </Fact>
        <Fact name={i18n.t('options_payer_notices.per_month_late')}>
          {priceText(times(all, late))}
        </Fact>
      </Facts>
      <LeftOut counts={counts} />
      {job.notifier === 'asaas' && <NoticePricesTable grid={job.grid} fees={fees} />}
      <p className="soft small">{i18n.t('options_payer_notices.preview_note')}</p>
      <Field
        label={i18n.t('options_payer_notices.type_number', { number: String(payers) })}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
      />
      <div className="buttons">
        <button type="submit" className="primary" disabled={order.busy || !isTyped}>
          {i18n.t('options_payer_notices.change', payers)}
        </button>
        <button
          type="button"
          disabled={order.busy}
          onClick={() => void order.run(() => ask({ verb: 'job/cancel', id: job.id }))}
        >
          {i18n.t('options_payer_notices.leave')}
        </button>
      </div>
      {order.failure !== null && <FailureNotice failure={order.failure} />}
    </form>
  );
}
