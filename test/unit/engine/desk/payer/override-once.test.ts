import { describe, expect, it } from 'vitest';
import type { PayerOverride } from '../../../../../lib/billing/payer/override.ts';
import type { SendChoices } from '../../../../../lib/billing/send-plan.types.ts';
import { retryJob } from '../../../../../lib/engine/outbox/retry.ts';
import { cancel } from '../../../../../lib/engine/outbox/store.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { planNow } from '../../readings.ts';
import { createWorkbench, letPass, ORIGIN, type Workbench } from '../../workbench.ts';
import { PUT, recordOf, stalePayer, updatesOf } from './stale-payer.ts';

const TYPED: PayerOverride = { id: 'aaaa0001', email: 'so-este@envio.example' };
const CHOICES = {
  payerOverride: { id: TYPED.id, reason: 'cliente pediu' },
} satisfies SendChoices;

function asFinance(bench: Workbench) {
  bench.configure((now) => ({ ...now, security: { ...now.security, role: 'finance' } }));
}

/** A payer that Asaas knows, and a sending with another e-mail that is confirmed while everything is paused. */
async function held() {
  const { bench, payerId } = stalePayer();
  asFinance(bench);
  const { ports, runner } = await bench.browser().worker();
  const at = openDrawerOf({ engine: ports, runner });
  await at.ready();
  await at.session.handle({ verb: 'payer-override', override: TYPED });
  await at.session.handle({ verb: 'preview', choices: CHOICES });
  const { planId } = await at.until((now) => now.plan?.kind === 'new' && now.planId !== null);
  await writePaused(ports.ledger, true);
  await at.session.handle({ verb: 'confirm', planId: planId ?? '', choices: CHOICES });
  const goOn = async (minutes = 3) => {
    await writePaused(ports.ledger, false);
    await letPass(bench, [runner], minutes);
  };
  return { bench, payerId, ports, goOn };
}

async function creationOf({ ledger }: EnginePorts) {
  const jobs = await ledger.jobs.toArray();
  const creation = jobs.filter(({ kind }) => kind === 'create').at(-1);
  if (!creation) throw new Error('no creation');
  return creation;
}

const typedNow = (ports: EnginePorts) => ports.overrides.read(ORIGIN, '1001');
const NOTHING = { ok: true, value: null };

describe('data typed for one sending that makes no charge', () => {
  it('are not written to the payer when it was called off', async () => {
    const { bench, payerId, ports, goOn } = await held();
    expect(await cancel(ports, (await creationOf(ports)).id)).toBe('cancelled');
    await goOn();
    expect(bench.posts()).toEqual([]);
    expect(recordOf(bench, payerId).email).toBe('velho@cliente.example');
    expect(await updatesOf(ports)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('are not written to the payer when the invoice was received meanwhile', async () => {
    const { bench, payerId, ports, goOn } = await held();
    bench.ixc.invoice = { ...bench.ixc.invoice, status: 'received' };
    await goOn();
    expect(bench.posts()).toEqual([]);
    expect(recordOf(bench, payerId).email).toBe('velho@cliente.example');
    expect(await updatesOf(ports)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('go to the payer once it stopped and was tried anew', async () => {
    const { bench, payerId, ports, goOn } = await held();
    const { status } = bench.ixc.invoice;
    bench.ixc.invoice = { ...bench.ixc.invoice, status: 'received' };
    await goOn();
    bench.ixc.invoice = { ...bench.ixc.invoice, status };
    expect(await retryJob(ports, (await creationOf(ports)).id)).toMatchObject({ ok: true });
    await goOn();
    expect(bench.live()).toHaveLength(1);
    expect(recordOf(bench, payerId).email).toBe('so-este@envio.example');
  });
});

describe('data typed for one sending that is through', () => {
  it('reach the payer after the charge was made, and are erased', async () => {
    const { bench, payerId, ports, goOn } = await held();
    expect(await typedNow(ports)).not.toEqual(NOTHING);
    await goOn();
    const asked = bench.asaas.requests().filter(({ method }) => method !== 'GET');
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(recordOf(bench, payerId).email).toBe('so-este@envio.example');
    expect(await typedNow(ports)).toEqual(NOTHING);
  });

  it('are erased where the sending made its payer, and good for no second one', async () => {
    const bench = createWorkbench();
    asFinance(bench);
    const { ports, runner } = await bench.browser().worker();
    await ports.overrides.write(ORIGIN, '1001', TYPED);
    await bench.confirm(ports, CHOICES);
    await letPass(bench, [runner], 2);
    expect(await typedNow(ports)).toEqual(NOTHING);
    for (const { id } of bench.live()) bench.asaas.delete(id);
    // Typed under the same name once more, as a page that was left open would.
    await ports.overrides.write(ORIGIN, '1001', TYPED);
    await expect(planNow(bench, ports, CHOICES)).rejects.toThrow('override-expired');
  });

  it('are not in the ledger when Asaas repeats them in its refusal', async () => {
    const { bench, ports, goOn } = await held();
    const body = JSON.stringify({
      errors: [
        { code: 'invalid_email', description: 'O e-mail so-este@envio.example é inválido.' },
      ],
    });
    bench.asaas.addFault({ ...PUT, fault: { kind: 'status', status: 400, body }, times: 0 });
    await goOn();
    expect(await updatesOf(ports)).toMatchObject([{ state: 'blocked' }]);
    expect(JSON.stringify(await ports.ledger.jobs.toArray())).not.toContain('so-este');
  });
});
