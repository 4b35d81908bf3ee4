import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { FORMAT } from '../../../../lib/engine/data/export-file.ts';
import { exportText } from '../../../../lib/engine/data/export.ts';
import { importText } from '../../../../lib/engine/data/import.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import { activeJobs } from '../../../../lib/engine/outbox/store.ts';
import { entriesOf } from '../../../../lib/ledger/audit-chains.ts';
import { putCharge } from '../../../../lib/ledger/charges.ts';
import { confirmedKeys } from '../../../../lib/ledger/provider-keys.ts';
import { readSummary } from '../../../../lib/ledger/summaries.ts';
import { SETTINGS_VERSION } from '../../../../lib/settings/schema.ts';
import { account, ORIGIN, settings } from '../../../fixtures/settings.ts';
import { TODAY } from '../../ledger/charge-rows.ts';
import { installation, NOW, usedInstallation } from './two-installations.ts';

const DONE = { ok: true } as const;
/** What the fixture's ledger holds under these names, which no file may. */
const SECRETS = ['ciphertext', '"vault"', 'secret:', 'clock-offset', 'installation-id'];

async function everything({ ledger }: Awaited<ReturnType<typeof installation>>) {
  const tables = ['invoices', 'charges', 'jobs', 'audit', 'aggregates', 'alerts', 'receipts'];
  return Object.fromEntries(
    await Promise.all(
      tables.map(async (name) => [name, (await ledger.table(name).toArray()) as unknown[]]),
    ),
  ) as Record<string, unknown[]>;
}

describe('an export', () => {
  it('holds no secret, and nothing that belongs to the machine alone', async () => {
    const text = await exportText(await usedInstallation());
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  it('holds not even the last characters of a key or a token', async () => {
    const used = await usedInstallation();
    await used.settings.update((known) => ({
      ...known,
      accounts: known.accounts.map((one) => ({ ...one, keyHint: 'Zq9X' })),
      panels: known.panels.map((one) => ({ ...one, tokenHint: 'Wk7T' })),
    }));
    const text = await exportText(used);
    expect(text).toContain(ORIGIN);
    expect(text).not.toMatch(/Zq9X|Wk7T/);
  });

  it('comes to a fresh installation with every charge, invoice and chain, and its summaries', async () => {
    const from = await usedInstallation();
    const to = await installation({ installationId: 'instalacao-nova' });
    const imported = await importText(to, await exportText(from));
    expect(imported).toEqual({
      ok: true,
      value: { charges: 5, invoices: 1, auditLines: 6, jobs: 2 },
    });
    const [before, after] = [await everything(from), await everything(to)];
    for (const table of ['invoices', 'charges', 'audit', 'aggregates']) {
      expect(after[table], table).toEqual(before[table]);
    }
    expect(verifyChain(await entriesOf(to.ledger, 'installation-1'))).toEqual(DONE);
    expect(await readSummary(to.ledger, TODAY)).toEqual(await readSummary(from.ledger, TODAY));
    expect(await confirmedKeys(to.ledger, ORIGIN)).toEqual(['11222333000181']);
    expect(await to.ledger.happenings.count()).toBe(0);
  });

  it('brings no job that runs: one whose request may have left is for a person', async () => {
    const from = await usedInstallation();
    const { ledger } = from;
    const about = { account, origin: ORIGIN, providerKey: '11222333000181', invoiceId: '1009' };
    const { id } = await enqueueCreate(from, { ...about, confirmation: 'vista', choices: {} });
    const to = await installation({ installationId: 'instalacao-nova' });
    await importText(to, await exportText(from));
    expect(await activeJobs(from)).toHaveLength(2);
    expect(await activeJobs(to)).toEqual([]);
    expect(await to.ledger.jobs.where('activeKey').above('').count()).toBe(0);
    expect(await to.ledger.jobs.get(id)).toMatchObject({ state: 'cancelled', attempts: [] });
    const unknown = '00000000000000000000000000001006';
    expect(await ledger.jobs.get(unknown)).toMatchObject({ state: 'unknown' });
    expect(await to.ledger.jobs.get(unknown)).toMatchObject({
      state: 'blocked',
      nextAt: null,
      failure: { code: 'check-in-asaas' },
      attempts: [{}, { installationId: 'installation-1', outcome: 'ambiguous' }],
    });
  });

  it('changes nothing when it comes a second time', async () => {
    const text = await exportText(await usedInstallation());
    const to = await installation({ installationId: 'instalacao-nova' });
    await importText(to, text);
    const before = await everything(to);
    expect(await importText(to, text)).toEqual({
      ok: true,
      value: { charges: 0, invoices: 0, auditLines: 0, jobs: 0 },
    });
    expect(await everything(to)).toEqual(before);
  });

  it('never takes the place of what is known here and newer', async () => {
    const from = await usedInstallation();
    const text = await exportText(from);
    const to = await installation({ installationId: 'instalacao-nova' });
    const known = await from.ledger.charges.get('pay_falsa_1001');
    if (!known) throw new Error('not in the fixture');
    const paid = { ...known, status: 'RECEIVED', paymentDate: TODAY, seenAt: NOW };
    await putCharge(to.ledger, paid, NOW);
    await importText(to, text);
    expect(await to.ledger.charges.get(known.id)).toEqual(paid);
  });

  it('counts a reading of the future as made now: the next one must win', async () => {
    const from = await usedInstallation();
    const known = await from.ledger.charges.get('pay_falsa_1001');
    if (!known) throw new Error('not in the fixture');
    const ahead = { ...known, seenAt: NOW + 1_000_000 };
    await from.ledger.charges.put(ahead);
    const to = await installation({ installationId: 'instalacao-nova' });
    await importText(to, await exportText(from));
    expect((await to.ledger.charges.get(known.id))?.seenAt).toBe(NOW);
  });

  it('counts the reading of an invoice so too, and what the counter was judged by here stays', async () => {
    const from = await usedInstallation();
    const [known] = await from.ledger.invoices.toArray();
    if (!known) throw new Error('not in the fixture');
    const to = await installation({ installationId: 'instalacao-nova' });
    await to.ledger.invoices.put({ ...known, readAt: NOW - 1_000 });
    const ahead = { ...known, status: 'cancelled', readAt: NOW + 1_000_000 } as const;
    await from.ledger.invoices.put(ahead);
    await importText(to, await exportText(from));
    expect(await to.ledger.invoices.get([known.origin, known.id])).toMatchObject({
      ...{ status: 'cancelled', readAt: NOW },
      judged: { status: known.status, readAt: NOW - 1_000 },
    });
  });

  it('adds nothing to the chain of the installation that it came from', async () => {
    const from = await usedInstallation();
    const text = await exportText(from);
    await from.ledger.audit
      .where('seq')
      .above(4)
      .delete()
      .catch(() => undefined);
    await from.ledger.audit.bulkDelete([
      ['installation-1', 5],
      ['installation-1', 6],
    ]);
    await importText(from, text);
    expect(await entriesOf(from.ledger, 'installation-1')).toHaveLength(4);
  });

  it('switches no message of IXC’s own on', async () => {
    const from = await usedInstallation();
    await from.settings.update((known) => ({
      ...known,
      messages: { ...known.messages, ixcAction: { kind: 'sms', gatewayId: '3' } },
    }));
    const fresh = await installation({ installationId: 'instalacao-nova' });
    await importText(fresh, await exportText(from));
    expect((await fresh.settings.read()).messages.ixcAction).toBeNull();
  });

  it('brings settings only where there are none, and says that every key is missing', async () => {
    const text = await exportText(await usedInstallation());
    const fresh = await installation({ installationId: 'instalacao-nova' });
    await importText(fresh, text);
    const taken = await fresh.settings.read();
    expect(taken.accounts).toEqual([{ ...account, keyHint: '' }]);
    expect(taken.panels).toMatchObject([{ origin: ORIGIN, tokenHint: null }]);

    const own = await installation({ installationId: 'instalacao-outra' });
    const mine = { ...settings, accounts: [{ ...account, name: 'Outra Conta Falsa' }] };
    await own.settings.update(() => mine);
    await importText(own, text);
    expect(await own.settings.read()).toEqual(mine);
  });
});

describe('a file that is not whole', () => {
  const tampered: [string, (text: string) => string, number][] = [
    ['nothing at all', () => '', 1],
    ['another file', () => '{"a":1}\n', 1],
    ['its end cut off', (text) => text.slice(0, -12), 18],
    ['a line missing', (text) => text.replace(/\{"table":"charges".*\n/, ''), 17],
    ['a line of no table', (text) => text.replace('"table":"charges"', '"table":"vault"'), 5],
    ['an amount that is none', (text) => text.replace('"value":12345', '"value":1.5'), 9],
    ['a date that is none', (text) => text.replace('"2026-11-21"', '"2026-11-31"'), 6],
    ['more after its end', (text) => `${text}{"end":1}\n`, 19],
  ];

  it.each(tampered)('is refused with the line that is wrong: %s', async (_what, change, line) => {
    const text = change(await exportText(await usedInstallation()));
    const to = await installation({ installationId: 'instalacao-nova' });
    expect(await importText(to, text)).toEqual({
      ok: false,
      error: { code: 'import-unreadable', params: { line: String(line) } },
    });
    const rows = await everything(to);
    expect(Object.values(rows).flat()).toEqual([]);
    expect((await to.settings.read()).accounts).toEqual([]);
  });

  it('is refused as newer when a later release wrote it', async () => {
    const text = await exportText(await usedInstallation());
    const to = await installation();
    for (const newer of [
      text.replace(`"format":${FORMAT}`, `"format":${FORMAT + 1}`),
      text.replace(`"settings":{"version":${SETTINGS_VERSION}`, '"settings":{"version":99'),
    ]) {
      expect(newer).not.toBe(text);
      expect(await importText(to, newer)).toEqual({ ok: false, error: { code: 'import-newer' } });
    }
  });
});
