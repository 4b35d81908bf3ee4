import { forbiddenIn } from './permitted.ts';
import type { Breach } from './verdict.ts';
import type { View } from './view.ts';

/** Nothing but what is permitted was asked of either system, and nobody else's charge was touched. */
export function judgeTraffic({ world, charges }: View): Breach[] {
  const own = new Set([...charges.values()].flat().map(({ id }) => id));
  const asked = world.asaas.control.requests().filter(({ method }) => method !== 'GET');
  const foreign = asked.filter(({ path }) => {
    const [id] = /pay_\w+/.exec(path) ?? [];
    return id !== undefined && !own.has(id);
  });
  const touched = world.strangers.filter((before) => {
    const now = world.asaas.control.charge(before.id);
    return JSON.stringify(now) !== JSON.stringify({ ...before, status: now.status });
  });
  // A list without its header is an insert, and is logged as one.
  const writes = world.ixc.control.writes();
  const told = (rule: string, details: readonly string[]): Breach[] =>
    details.map((detail) => ({ rule, invoiceId: null, detail }));
  return [
    ...told('forbidden request to Asaas', forbiddenIn(asked)),
    ...told(
      'a request about a charge that is not ours',
      foreign.map(({ path }) => path),
    ),
    ...told(
      'somebody else’s charge was changed',
      touched.map(({ id }) => id),
    ),
    ...told(
      'something was written to IXC',
      writes.map(({ method, path }) => `${method} ${path}`),
    ),
  ];
}
