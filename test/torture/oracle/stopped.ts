import type { BlockCode } from '../../../lib/billing/send-plan.types.ts';
import type { JobRow } from '../../../lib/ledger/rows.ts';
import type { FailureCode } from '../../../lib/messages/failure.ts';

/** All that a job may stop with under what befalls this world, and why it must not go on by itself then. */
const MAY_STOP: Readonly<Partial<Record<FailureCode | BlockCode, string>>> = {
  'asaas-key-refused': 'an empty 401: only a person can give another key',
  'asaas-not-found': 'an empty 404: what it read is said to be gone',
  'asaas-rejected': 'Asaas refused the change, because the payer was quicker',
  'ixc-error': 'IXC answered `type:error` or a 404, and a person must see what it says',
  'ixc-ip-not-allowed': 'IXC refuses this address until a person allows it',
  'ixc-token-refused': 'IXC answered 401: only a person can give another token',
  'ixc-suspicious-empty': 'IXC gave no rows where there must be some: nothing may be concluded',
  'ixc-invoice-not-found': 'IXC did not list the invoice: nothing may be concluded',
  'changed-since-confirmation': 'somebody worked on the invoice since it was confirmed',
  'changed-while-unknown': 'the same, while nobody knew what became of a request',
  'check-in-asaas': 'two requests without an answer, or an answer that never came to light',
  'repeat-refused': 'a request without an answer, and then a refusal of its repetition',
  'payer-unsure':
    'a change of the payer without an answer, and nothing readable or a refusal since',
  'payer-changed': 'somebody changed the payer since it was chosen what is right',
  'profile-restored': 'it waited on a disk that was put back: its confirmation may be overtaken',
  'charge-not-found': 'Asaas no longer lists what it had listed: deleted, or a list that lags',
  'already-paid': 'the payer was quicker',
  'several-live': 'another charge of the invoice may not be deleted by this browser',
  'live-in-other-account': 'the provider switched accounts: the other one is for a person',
  'invoice-received': 'received at the counter meanwhile',
  'invoice-cancelled': 'cancelled in IXC meanwhile',
  'invoice-renegotiated': 'renegotiated in IXC meanwhile',
  'nothing-open': 'received at the counter in full meanwhile',
  'payer-other-document': 'the other browser created the payer after this one had looked for it',
  'payer-ambiguous': 'both browsers created the payer, because lists lag',
};

/** What stopped the job, by the first place that says it. */
export function stoppedBy({ failure, reasons }: JobRow): readonly string[] {
  return failure ? [failure.code] : reasons.map(({ code }) => code);
}

/** Whether that is among what a job may stop with. One that says nothing may not. */
export function mayStop(job: JobRow): boolean {
  const by = stoppedBy(job);
  return job.state === 'blocked' && by.length > 0 && by.every((code) => code in MAY_STOP);
}
