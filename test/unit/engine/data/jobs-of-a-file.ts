import type { CreateJobRow } from '../../../../lib/ledger/rows.ts';
import { account, ORIGIN } from '../../../fixtures/settings.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { NOW } from './two-installations.ts';

/** A creation that is over, as a ledger keeps it. */
export function createJob(change: Partial<CreateJobRow> = {}): CreateJobRow {
  return {
    id: 'a'.repeat(32),
    kind: 'create',
    state: 'done',
    accountId: account.id,
    environment: account.environment,
    origin: ORIGIN,
    providerKey: KEY,
    invoiceId: '7',
    createdAt: NOW - 1000,
    revision: 1,
    nextAt: null,
    tries: 0,
    lease: null,
    attempts: [],
    absentLocates: [],
    reasons: [],
    failure: null,
    chargeId: null,
    verifications: 3,
    confirmation: 'vista',
    choices: {},
    draft: null,
    payerId: null,
    ...change,
  };
}
