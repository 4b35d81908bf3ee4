import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../../../lib/engine/audit/append.ts';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { entriesOf } from '../../../../lib/ledger/audit-chains.ts';
import { createWorkbench } from '../workbench.ts';

const job = { accountId: 'sandbox:1', providerKey: 'provedor', invoiceId: '1001' };

async function lines() {
  const { ports } = await createWorkbench().browser().worker();
  const append = (more: { operator?: () => string | null }, askedBy?: string) =>
    ports.ledger.transaction('rw', ports.ledger.audit, () =>
      appendAudit(
        { ...ports, ...more },
        {
          action: 'job.done',
          job: { ...job, ...(askedBy === undefined ? {} : { askedBy }) },
          detail: {},
        },
      ),
    );
  const read = () => entriesOf(ports.ledger, ports.installationId);
  return { append, read };
}

describe('who stands in an audit line', () => {
  it('is who asks now; then whose order is carried out; else the seat alone, in one whole chain', async () => {
    const { append, read } = await lines();
    await append({});
    await append({ operator: () => '12' }, '7');
    await append({}, '7');
    // A page of the extension cannot tell who sits before it: not the one who asked at first.
    await append({ operator: () => null }, '7');
    const entries = await read();
    expect(entries.map(({ operator }) => operator.user)).toEqual([undefined, '12', '7', undefined]);
    expect(entries.every(({ operator }) => operator.seat.length > 0)).toBe(true);
    expect('user' in (entries[0]?.operator ?? {})).toBe(false);
    expect(verifyChain(entries)).toEqual({ ok: true });
  });
});
