import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../lib/billing/invoice.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { readPredecessors } from '../../../../lib/engine/send/read-predecessors.ts';
import type { IxcResult } from '../../../../lib/ixc/webservice/client.types.ts';
import { KNOWN } from '../../../emulators/ixc/index.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { emulatedProvider } from './emulated-provider.ts';

/** Renegotiations by their number, each with what it closed: an invoice's id and what that was born from. */
type Closed = Readonly<Record<string, readonly (readonly [id: string, bornFrom: string | null])[]>>;

/** What is read of the invoice that the renegotiation `start` made, and how often IXC is asked. */
async function chain(closed: Closed, start: string | null = '1') {
  const asked: string[] = [];
  const answer = await readPredecessors(
    {
      closedByRenegotiation: (renegotiation): IxcResult<readonly Invoice[]> => {
        asked.push(renegotiation);
        const invoices = (closed[renegotiation] ?? []).map(([id, bornFromRenegotiation]) => ({
          ...invoice,
          id,
          bornFromRenegotiation,
        }));
        return Promise.resolve(ok(invoices));
      },
    },
    { id: 'made', bornFromRenegotiation: start },
  );
  if (!answer.ok) throw new Error(answer.error.kind);
  const { invoices, complete } = answer.value;
  return { ids: invoices.map(({ id }) => id), complete, asked };
}

describe('what was renegotiated into an invoice is read', () => {
  it('as far back as it goes, each renegotiation once', async () => {
    const debts: Closed = {
      1: [['20', '2'] as const, ['21', '3'] as const, ['22', '2'] as const],
      2: [['30', '3']],
      3: [['40', null]],
    };
    expect(await chain(debts)).toEqual({
      ids: ['20', '21', '22', '30', '40'],
      complete: true,
      asked: ['1', '2', '3'],
    });
  });

  it('without end only where nothing was renegotiated', async () => {
    expect(await chain({}, null)).toEqual({ ids: [], complete: true, asked: [] });
  });

  it('though records name each other in a circle', async () => {
    const circle: Closed = { 1: [['20', '2']], 2: [['30', '1']] };
    expect(await chain(circle)).toEqual({ ids: ['20', '30'], complete: true, asked: ['1', '2'] });
  });

  it.each<[string, Closed]>([
    ['a renegotiation closed nothing that can be seen', { 1: [['20', '2']] }],
    ['it closed only what it made', { 1: [['20', '2']], 2: [['made', null]] }],
    [
      'it goes back further than a debt does',
      Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [at + 1, [[`${at}`, `${at + 2}`] as const]]),
      ),
    ],
    [
      'it closed more than can be asked about',
      { 1: Array.from({ length: 61 }, (_, at) => [`${at}`, null] as const) },
    ],
  ])('and said to be incomplete where %s', async (_why, closed) => {
    const { complete, asked, ids } = await chain(closed);
    expect(complete).toBe(false);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(ids.length).toBeLessThanOrEqual(60);
  });

  it('or not at all where one reading fails: half of it would look like all', async () => {
    const answer = await readPredecessors(
      {
        closedByRenegotiation: (renegotiation) =>
          Promise.resolve(
            renegotiation === '1'
              ? ok([{ ...invoice, id: '20', bornFromRenegotiation: '2' }])
              : { ok: false, error: { kind: 'timeout' } },
          ),
      },
      { id: 'made', bornFromRenegotiation: '1' },
    );
    expect(answer).toEqual({ ok: false, error: { kind: 'timeout' } });
  });
});

describe('an invoice renegotiated twice, whose first charge can still be paid', () => {
  async function renegotiatedTwice() {
    const provider = await emulatedProvider();
    const first = KNOWN.thirdOpenInvoice;
    const { razao: name, cnpj_cpf: document = '' } = provider.ixc.customer(first.customerId);
    const payer = provider.asaas.seedCustomer('acc_sandbox', {
      name,
      cpfCnpj: document.replaceAll(/\D/g, ''),
    });
    const charge = provider.asaas.seedCharge('acc_sandbox', {
      customer: payer.id,
      billingType: 'PIX',
      value: first.cents,
      dueDate: '2026-03-20',
      externalReference: `ixc:${KEY}:${first.id}`,
    });
    const second = provider.ixc.renegotiate([first.id], '2026-04-20');
    const third = provider.ixc.renegotiate([String(second['id'])], '2026-05-20');
    return { ...provider, first, charge, thirdId: String(third['id']) };
  }

  it('is not charged, though the invoice between them never was', async () => {
    const { planOf, thirdId, first, charge } = await renegotiatedTwice();
    const plan = await planOf(thirdId);
    expect(plan).toMatchObject({
      kind: 'blocked',
      reasons: [{ params: { charge: charge.id, invoice: first.id } }],
    });
  });

  it('is charged once that one is gone', async () => {
    const { planOf, thirdId, asaas, charge } = await renegotiatedTwice();
    asaas.delete(charge.id);
    expect(await planOf(thirdId)).toMatchObject({ kind: 'new' });
  });
});
