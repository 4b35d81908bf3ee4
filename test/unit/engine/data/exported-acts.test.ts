import { describe, expect, it } from 'vitest';
import { exportText } from '../../../../lib/engine/data/export.ts';
import { importText } from '../../../../lib/engine/data/import.ts';
import { sweepRetention } from '../../../../lib/engine/data/retention.ts';
import { settings } from '../../../fixtures/settings.ts';
import { askedActs } from '../desk/acts/asked-acts.ts';
import { installation } from './two-installations.ts';

const DAY = 86_400_000;

/** One call takes a few pages, and a pass through every table several. */
async function wholePass(ports: Parameters<typeof sweepRetention>[0]): Promise<void> {
  for (let call = 0; call < 3; call += 1) await sweepRetention(ports);
}

/** A boleto that was paid, and the page on which its payer says where the money goes. */
async function linked() {
  const at = await askedActs();
  at.pay('BOLETO');
  await at.askAndRun('bank-slip-refund');
  const link = (await at.act())?.link ?? '';
  expect(link).toMatch(/^https:/);
  const exported = () =>
    exportText({
      ledger: at.ports.ledger,
      settings: { read: () => Promise.resolve(settings) },
      installationId: 'instalacao-velha',
      now: at.ports.now,
    });
  return { ...at, link, exported };
}

describe('the page on which a payer says where the money goes', () => {
  it('is in no export', async () => {
    const at = await linked();
    const text = await at.exported();
    expect(text).toContain('bank-slip-refund');
    expect(text).not.toContain(at.link);
    expect(await at.act()).toMatchObject({ link: at.link });
  });

  it('is kept for seven days, while its payer may need it', async () => {
    const at = await linked();
    const after = (days: number) => ({ ...at.ports, now: () => at.ports.now() + days * DAY });
    await wholePass(after(6));
    expect((await at.act())?.link).toBe(at.link);
    await wholePass(after(8));
    expect(await at.act()).toMatchObject({ state: 'done', link: null });
  });

  it('is forgotten once the money went back', async () => {
    const at = await linked();
    const row = await at.ports.ledger.charges.get(at.charge.id);
    if (!row) throw new Error('no charge');
    await at.ports.ledger.charges.put({ ...row, status: 'REFUNDED' });
    await sweepRetention(at.ports);
    expect((await at.act())?.link).toBeNull();
  });
});

describe('an act in an export', () => {
  it.each(['cancel', 'refund', 'bank-slip-refund'] as const)(
    'comes to another installation as it was, and runs there no more: %s',
    async (kind) => {
      const at = await askedActs();
      if (kind !== 'cancel') at.pay(kind === 'refund' ? 'PIX' : 'BOLETO');
      if (kind === 'refund') at.bench.asaas.changeAccount('acc_sandbox', { slowRefunds: true });
      await at.askAndRun(kind, { value: kind === 'refund' ? 4000 : null, reason: 'a pedido' });
      const job = await at.act();
      const text = await exportText({
        ledger: at.ports.ledger,
        settings: { read: () => Promise.resolve(settings) },
        installationId: 'instalacao-velha',
        now: at.ports.now,
      });
      const to = await installation({ installationId: 'instalacao-nova', now: at.ports.now });
      expect(await importText(to, text)).toMatchObject({ ok: true });
      const there = await to.ledger.jobs.get(job?.id ?? '');
      const { act, reason, seen, targetId, refusal, refundStatus } = job ?? {};
      expect(there).toMatchObject({ act, reason, seen, targetId, refusal, refundStatus });
      expect(there).toMatchObject({ imported: true, link: null });
      expect(there?.activeKey).toBeUndefined();
    },
  );
});
