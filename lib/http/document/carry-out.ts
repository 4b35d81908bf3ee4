import { DEFAULT_MAX_BYTES, REQUEST_POLICY, wasRedirected } from '../guarded-fetch.ts';
import { readBody } from '../read-body.ts';
import type { Errand, Outcome } from './messages.ts';

/**
 * The document's half: makes one request as the worker would have made it. Decides nothing; whether it may
 * be made was decided by the worker's transport. Never rejects.
 */
export async function carryOut(
  { id, url, method, headers, body }: Errand,
  send: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const response = await send(url, {
      ...REQUEST_POLICY,
      method,
      headers,
      signal,
      ...(body === null ? {} : { body }),
    });
    if (wasRedirected(response)) return { id, kind: 'redirected' };
    const text = await readBody(response, DEFAULT_MAX_BYTES);
    if (text === null) return { id, kind: 'too-large' };
    const { status } = response;
    return { id, kind: 'answered', status, headers: Object.fromEntries(response.headers), text };
  } catch {
    // `fetch` gives no reason, and one could carry the address.
    return { id, kind: 'failed' };
  }
}
