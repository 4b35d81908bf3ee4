import { fail, ok, type Result } from '../billing/result.ts';
import type { HttpResponse } from '../http/transport.ts';
import { z } from '../schema.ts';
import type { AsaasFailure } from './client.types.ts';
import { retryAfterMs } from './exchange.ts';

const errorBody = z.object({
  errors: z
    .array(z.object({ code: z.string().nullish(), description: z.string().nullish() }))
    .min(1),
});

interface Refusal {
  readonly code: string | null;
  readonly detail: string;
}

const DETAIL_LENGTH = 300;

/** Parsed JSON, or undefined: 401 and 404 come with empty bodies, a wrong path with HTML. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asaas's own words: every description, and the first code. */
function refusalOf(text: string): Refusal {
  const body = errorBody.safeParse(parseJson(text));
  if (!body.success) return { code: null, detail: '' };
  const { errors } = body.data;
  const detail = errors.flatMap(({ description }) => description ?? []).join(' ');
  return { code: errors[0]?.code ?? null, detail: detail.slice(0, DETAIL_LENGTH) };
}

/** What of an unusable body may be told: whether it was empty, a page or broken; never its content. */
function describe(text: string): string {
  const start = text.trimStart();
  if (start === '') return 'empty';
  return start.startsWith('<') ? 'html' : 'not json';
}

function failureOf({ status, headers, text }: HttpResponse): AsaasFailure {
  if (status === 429) return { kind: 'rate-limited', retryAfterMs: retryAfterMs(headers) };
  if (status >= 500 || status === 408) return { kind: 'server', status };
  if (status < 400) return { kind: 'rubbish', detail: `status ${status}` };

  // A page where the API answers an empty body or JSON comes from something in between, and proves nothing
  // about the charge that was asked for.
  if (status === 404) {
    return describe(text) === 'html' ? { kind: 'rubbish', detail: 'html' } : { kind: 'not-found' };
  }
  const refusal = refusalOf(text);
  // The status that goes with a missing scope is not documented; the code is.
  if (status === 403 || refusal.code === 'insufficient_permission') {
    return { kind: 'forbidden', ...refusal };
  }
  return { kind: status === 401 ? 'unauthorized' : 'rejected', ...refusal };
}

/** The JSON of a successful answer in the shape of `schema`, or why there is none. */
export function readAnswer<T>(
  response: HttpResponse,
  schema: z.ZodType<T>,
): Result<T, AsaasFailure> {
  if (response.status < 200 || response.status > 299) return fail(failureOf(response));
  const json = parseJson(response.text);
  if (json === undefined) return fail({ kind: 'rubbish', detail: describe(response.text) });
  const body = schema.safeParse(json);
  if (body.success) return ok(body.data);
  // The path of what is wrong and never its value, which may be anybody's name.
  const path = body.error.issues[0]?.path.join('.') ?? '';
  return fail({ kind: 'rubbish', detail: `unexpected ${path === '' ? 'shape' : path}` });
}
