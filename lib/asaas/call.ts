import type { Result } from '../billing/result.ts';
import { fail } from '../billing/result.ts';
import type { HttpRequest, Transport } from '../http/transport.ts';
import { unanswered } from '../http/unanswered.ts';
import type { z } from '../schema.ts';
import { readAnswer } from './answer.ts';
import type { AsaasCredentials, AsaasExchange, AsaasFailure } from './client.types.ts';
import { baseUrlOf } from './environment.ts';
import { exchangeOf } from './exchange.ts';

export interface AsaasClientOptions {
  readonly transport: Transport;
  readonly credentials: AsaasCredentials;
  /** Told about every answer that came, whatever it says. */
  readonly onExchange?: (exchange: AsaasExchange) => void;
}

/** Asks Asaas one thing and reads the answer in the shape of `schema`. */
export type AsaasCall = <T>(
  method: HttpRequest['method'],
  path: string,
  schema: z.ZodType<T>,
  body?: object,
) => Promise<Result<T, AsaasFailure>>;

/**
 * Shorter than the 45 s for which a worker holds a job: while a request may still be carried out, nobody
 * else may begin the same one. Asaas suggests a minute for creations; one that takes longer than this
 * comes back as `timeout`, which is read as "it may exist" and looked for before anything is sent again.
 */
const TIMEOUT_MS = 30_000;

/** A function that speaks to one account. */
export function createCall({ transport, credentials, onExchange }: AsaasClientOptions): AsaasCall {
  const base = baseUrlOf(credentials.environment);
  return async (method, path, schema, body) => {
    const headers = { access_token: credentials.key, accept: 'application/json' };
    const answer = await transport(
      body === undefined
        ? { method, url: base + path, headers, timeoutMs: TIMEOUT_MS }
        : {
            method,
            url: base + path,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
            timeoutMs: TIMEOUT_MS,
          },
    );
    if (!answer.ok) return fail(unanswered(answer.error));
    onExchange?.(exchangeOf(answer.value));
    return readAnswer(answer.value, schema);
  };
}
