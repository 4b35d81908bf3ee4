import { answerTo, ApiFailure, empty } from '../failures.ts';
import type { Incoming } from '../incoming.ts';
import { parseBody } from '../request-body.ts';
import { asaasApi } from '../routes/asaas-api.ts';
import type { World } from '../world.ts';
import { authenticate, requirePermission } from './authenticate.ts';
import { spendQuota, spendRate } from './traffic-limits.ts';

/** What Asaas does with a request that reached it undisturbed. */
export async function carryOut(world: World, incoming: Incoming): Promise<Response> {
  const access = authenticate(world, incoming);
  if (access instanceof Response) return access;
  if (!spendQuota(world, access.account)) return empty(429);
  const rate = spendRate(world, access.account, incoming);
  const answer = rate?.exceeded === true ? empty(429) : await answerOf();
  for (const [name, value] of Object.entries(rate?.headers ?? {})) answer.headers.set(name, value);
  return answer;

  async function answerOf(): Promise<Response> {
    if (access instanceof Response) return access;
    try {
      requirePermission(access, incoming);
      const body = parseBody(incoming.text);
      if (body === null) throw new ApiFailure('invalid_object', 'O corpo não é um JSON válido.');
      const { method, path, query } = incoming;
      const request = new Request(`https://asaas.invalid${path}`, { method });
      return await asaasApi.fetch(request, { world, ...access, query, body });
    } catch (error) {
      return answerTo(error);
    }
  }
}
