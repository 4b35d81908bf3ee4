import type { AsaasClient, AsaasFailure } from '../../../asaas/client.types.ts';
import { attemptCode, withAttemptCode } from '../../../billing/attempt-code.ts';
import type { ChargeAct } from '../../../billing/acts/charge-act.ts';
import type { Charge } from '../../../billing/charge.ts';
import { ok, type Result } from '../../../billing/result.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { Attempt, JobRow } from '../../../ledger/rows.ts';
import type { AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { intentOf, repeatableFailed, requestFailed, settled } from '../outcome.ts';
import { advance, intend } from '../store.ts';

const REQUEST: Readonly<
  Record<
    ChargeAct['kind'],
    { readonly about: Attempt['request']; readonly action: AuditLine['action'] }
  >
> = {
  cancel: { about: 'delete', action: 'charge.delete-intent' },
  restore: { about: 'restore', action: 'charge.restore-intent' },
  'undo-receive-in-cash': { about: 'undo-cash', action: 'charge.undo-cash-intent' },
  refund: { about: 'refund', action: 'charge.refund-intent' },
  'bank-slip-refund': { about: 'slip-refund', action: 'charge.slip-refund-intent' },
};

/** Asks Asaas for one act, behind its intent. The code is what a refund is found by. */
export async function requestAct(
  ports: EnginePorts,
  job: ActJobRow,
  client: AsaasClient,
  charge: Charge,
): Promise<JobRow | null> {
  const { act, reason } = job;
  const { about, action } = REQUEST[act.kind];
  const code = attemptCode(ports.random(8));
  const cents = act.kind === 'refund' ? act.value : charge.value;
  const intent = await intend<ActJobRow>(
    ports,
    job,
    { ...intentOf(ports, job, about, code), absentLocates: [], failure: null },
    { action, detail: { charge: charge.id, code, cents, ...(reason === null ? {} : { reason }) } },
  );
  if (!intent) return null;
  const answer = await ask(client, act, charge, code);
  if (answer.ok) {
    return advance<ActJobRow>(ports, intent, {
      state: 'created',
      attempts: settled(intent.attempts, 'done'),
      chargeId: charge.id,
      link: answer.value.link,
      tries: 0,
    });
  }
  // Paid or changed in this very moment, perhaps: it is read once more, so that the reason is told and not
  // the refusal.
  if (answer.error.kind === 'rejected' || answer.error.kind === 'not-found') {
    return advance<ActJobRow>(ports, intent, {
      state: 'locating',
      attempts: settled(intent.attempts, 'refused'),
      failure: asaasFailureView(answer.error),
    });
  }
  const failed = act.kind === 'cancel' ? repeatableFailed : requestFailed;
  return failed(ports, intent, answer.error);
}

interface Answered {
  readonly link: string | null;
}

const DONE: Answered = { link: null };

async function ask(
  client: AsaasClient,
  act: ChargeAct,
  { id, description }: Charge,
  code: string,
): Promise<Result<Answered, AsaasFailure>> {
  switch (act.kind) {
    case 'cancel':
      return done(await client.deleteCharge(id));
    case 'restore':
      return done(await client.restoreCharge(id));
    case 'undo-receive-in-cash':
      return done(await client.undoReceiveInCash(id));
    case 'refund':
      // The payer knows the charge by these words; only the code is another.
      return done(
        await client.refundCharge(id, {
          value: act.value,
          description: withAttemptCode(description, code),
        }),
      );
    case 'bank-slip-refund': {
      const page = await client.refundBankSlip(id);
      return page.ok ? ok({ link: page.value }) : page;
    }
  }
}

function done(answer: Result<unknown, AsaasFailure>): Result<Answered, AsaasFailure> {
  return answer.ok ? ok(DONE) : answer;
}
