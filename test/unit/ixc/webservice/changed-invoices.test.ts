import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../../emulators/ixc/index.ts';
import { bareInvoice } from './bare-invoice.ts';
import { answeredClient, EMPTY, listed, tryClient } from './try-client.ts';

const NOON = '2026-11-10 12:00:00';
const { openInvoice, partialInvoice } = KNOWN;

function changed() {
  const { client, ixc } = tryClient();
  ixc.control.receive(openInvoice.id);
  const idsSince = async (since: string, among?: readonly string[]) => {
    const answer = await client.changedInvoices(since, among);
    return answer.ok ? answer.value.map(({ id }) => id) : answer.error.kind;
  };
  return { client, ixc, idsSince };
}

describe('invoices that changed since a moment', () => {
  it('are those that were touched then or later, with the day of their receipt', async () => {
    const { client, idsSince } = changed();
    expect(await idsSince(NOON)).toEqual([openInvoice.id]);
    expect(await client.changedInvoices(NOON)).toMatchObject({
      value: [{ status: 'received', paidOn: '2026-11-10', updatedAt: NOON }],
    });
  });

  it('are none a second later', async () => {
    expect(await changed().idsSince('2026-11-10 12:00:01')).toEqual([]);
  });

  it('can be asked for among some only', async () => {
    const { ixc, idsSince } = changed();
    ixc.control.receive(partialInvoice.id);
    expect(await idsSince(NOON, [partialInvoice.id])).toEqual([partialInvoice.id]);
  });

  it('are not believed when older ones come with them', async () => {
    const old = bareInvoice('2', { ultima_atualizacao: '2026-11-01 10:00:00' });
    const { client } = answeredClient(listed([old]));
    expect(await client.changedInvoices(NOON)).toMatchObject({ error: { kind: 'filter-ignored' } });
  });

  it('are not believed when others come than were asked for', async () => {
    const other = bareInvoice('2', { ultima_atualizacao: NOON });
    const { client } = answeredClient(listed([other]));
    expect(await client.changedInvoices(NOON, ['1'])).toMatchObject({
      error: { kind: 'filter-ignored' },
    });
  });

  it('are none only when the table shows anything at all', async () => {
    const { client } = answeredClient(EMPTY);
    expect(await client.changedInvoices(NOON)).toMatchObject({
      error: { kind: 'suspicious-empty' },
    });
  });
});
