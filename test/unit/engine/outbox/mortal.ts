import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { ok } from '../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';

export class Death extends Error {}

/**
 * Ports of a worker that dies after `steps` more calls to Asaas or to the disk: the call itself may
 * still have its effect, but the worker never learns of it, and nothing it tries afterwards happens.
 */
export function mortal(
  ports: EnginePorts,
  steps: number,
): { ports: EnginePorts; died: () => boolean } {
  let left = steps;
  const before = () => {
    if (left <= 0) throw new Death();
  };
  const after = () => {
    left -= 1;
    if (left <= 0) throw new Death();
  };
  const client = (real: AsaasClient) =>
    new Proxy(real, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          before();
          const answer: unknown = await Reflect.apply(method, target, args);
          after();
          return answer;
        };
      },
    });
  const ledger = new Proxy(ports.ledger, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'transaction' || typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        before();
        const outcome: unknown = await Reflect.apply(value, target, args);
        after();
        return outcome;
      };
    },
  });
  return {
    ports: {
      ...ports,
      ledger,
      asaas: async (account) => {
        const real = await ports.asaas(account);
        return real.ok ? ok(client(real.value)) : real;
      },
    },
    died: () => left <= 0,
  };
}
