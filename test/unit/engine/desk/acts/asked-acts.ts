import type { ChargeActKind } from '../../../../../lib/billing/acts/charge-act.ts';
import { cents } from '../../../../../lib/billing/money.ts';
import { createActHandlers } from '../../../../../lib/engine/desk/acts/handlers.ts';
import { createPendingActs } from '../../../../../lib/engine/desk/acts/pending.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import type { ActJobRow } from '../../../../../lib/ledger/desk-rows.ts';
import { memoryStorage } from '../../../ledger/memory-storage.ts';
import { chargedAtCounter } from '../../outbox/counter-work.ts';
import { ORIGIN } from '../../workbench.ts';

/** A charge that was sent and verified, and the windows in which something is done with it. */
export async function askedActs(role: 'attendant' | 'finance' = 'finance') {
  const at = await chargedAtCounter();
  at.bench.configure((settings) => ({ ...settings, security: { ...settings.security, role } }));
  const session = memoryStorage();

  function windowIn(ports: EnginePorts, woken: () => void = () => undefined) {
    const { now, random } = ports;
    const pending = createPendingActs({ session, now, random });
    const handlers = createActHandlers({ engine: ports, pending, wake: woken });
    const about = { origin: ORIGIN, invoiceId: '1001', chargeId: at.charge.id };
    return {
      pending,
      handlers,
      open: (kind: ChargeActKind) => pending.issue({ ...about, kind }),
    };
  }
  const own = windowIn(at.ports);
  interface Asking {
    /** Cents. */
    readonly value?: number | null;
    readonly reason?: string;
    /** Says in the window that the money goes back to another payer than IXC's customer. */
    readonly otherPayer?: true;
    readonly within?: ReturnType<typeof windowIn>;
  }

  /** Opens the window, looks, and confirms what it shows. */
  async function ask(
    kind: ChargeActKind,
    { value = null, reason = 'a pedido', within = own, otherPayer }: Asking = {},
  ) {
    const id = await within.open(kind);
    const read = await within.handlers['act/read']({ verb: 'act/read', id });
    if (!read.ok) return { read, confirmed: null };
    const { seen } = read.value;
    const amount = value === null ? null : cents(value);
    const confirmed = await within.handlers['act/confirm']({
      verb: 'act/confirm',
      id,
      seen,
      reason,
      value: amount,
      otherPayer,
    });
    return { read, confirmed };
  }

  const acts = async () => {
    const jobs = await at.ports.ledger.jobs.toArray();
    return jobs
      .filter((job): job is ActJobRow => job.kind === 'act')
      .toSorted((a, b) => a.createdAt - b.createdAt);
  };

  return {
    ...at,
    session,
    windowIn,
    ask,
    acts,
    act: async () => (await acts()).at(-1),
    /** Asks and runs: what most tests begin with. */
    askAndRun: async (kind: ChargeActKind, how: Asking = {}) => {
      const asked = await ask(kind, how);
      await at.runner.run();
      return asked;
    },
    refunds: () => at.now().refunds,
    posted: (rest: string) =>
      at.bench.asaas
        .requests({ method: 'POST' })
        .filter(({ path }) => path === `/v3/payments/${at.charge.id}/${rest}`),
    deletions: () => at.bench.asaas.requests({ method: 'DELETE' }),
    pay: (means: 'PIX' | 'BOLETO' | 'CREDIT_CARD' = 'PIX') => {
      at.bench.asaas.edit(at.charge.id, { billingType: means });
      return at.bench.asaas.pay(at.charge.id);
    },
    audit: async () => (await at.ports.ledger.audit.toArray()).map(({ action }) => action),
  };
}
