import { cents } from '../../../lib/billing/money.ts';
import type { ReplacedCharge } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import type { JobState, JobView, ReplacingState } from '../../../lib/messages/job-view.ts';
import { day } from '../../fixtures/day.ts';
import { newPlan, noPlan, ready } from './drawer-samples.ts';

const old: ReplacedCharge = {
  id: 'pay_exemplo00009',
  invoiceId: '47100',
  value: cents(8990),
  dueDate: day('2026-10-10'),
};

const another: ReplacedCharge = { ...old, id: 'pay_exemplo00008', invoiceId: '46900' };

const reasonOf = ({ id, invoiceId }: ReplacedCharge) => ({
  code: 'predecessor-replaceable' as const,
  params: { charge: id, invoice: invoiceId ?? '', value: 'R$ 89,90', due: '10/10/2026' },
});

/** The drawer of an invoice that old charges stand in the way of, or that Asaas no longer finds one of. */
export function replacingStories(
  job: (state: JobState, more: Partial<JobView>) => JobView,
): Readonly<Record<string, DrawerSnapshot>> {
  const asked = (charges: readonly ReplacedCharge[]): DrawerSnapshot => ({
    ...ready,
    planId: null,
    plan: { kind: 'blocked', reasons: charges.map(reasonOf), overdue: null },
  });
  const under = (state: JobState, reached: ReplacingState, more: Partial<JobView> = {}) => ({
    ...ready,
    ...noPlan,
    job: job(state, { ...more, replacing: [{ ...old, state: reached }] }),
  });
  return {
    'replace-offered': asked([old]),
    'replace-offered-several': asked([old, another]),
    'replace-preview': { ...ready, plan: { ...newPlan, replaces: [old] } },
    'replace-pending': under('waiting', 'asked', { cancellable: false }),
    'replace-kept': under('blocked', 'kept', {
      reasons: [{ code: 'predecessor-kept', params: { charge: old.id } }],
      failure: { code: 'asaas-rejected', detail: 'Não é possível remover esta cobrança.' },
    }),
    'replace-alone': under('blocked', 'gone', { failure: { code: 'changed-since-confirmation' } }),
    'charge-missing': {
      ...ready,
      planId: null,
      plan: {
        kind: 'blocked',
        reasons: [{ code: 'charge-not-found', params: { charge: old.id } }],
        overdue: null,
      },
    },
  };
}
