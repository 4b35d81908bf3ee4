import { fail, ok, type Result } from '../../billing/result.ts';
import type { HttpResponse } from '../../http/transport.ts';
import { z } from '../../schema.ts';
import type { IxcFailure } from './client.types.ts';
import { plainText } from './plain-text.ts';

/** Records of one page as IXC sent them, and how many match in all. */
export interface RawPage {
  readonly records: readonly unknown[];
  readonly total: number;
}

const total = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number)]);
/** An empty list has no `registros` at all. */
const listBody = z.object({ total, registros: z.array(z.unknown()).nullish() });

/** The reason stands in one of three keys, depending on the action. */
const errorBody = z.object({
  type: z.literal('error'),
  message: z.string().nullish(),
  valor: z.string().nullish(),
  mensagem: z.string().nullish(),
  id: z.union([z.string(), z.number()]).nullish().catch('?'),
});

function refusal(body: z.infer<typeof errorBody>): IxcFailure {
  const words = [body.message, body.valor, body.mensagem].find((text) => (text ?? '') !== '');
  const detail = plainText(words ?? '');
  // Messages follow the API user's language, so this only picks a better hint; both are a plain no.
  const isAddress = /\bip\b/i.test(detail) && /liberad|permitid|allowed|permitted/i.test(detail);
  const madeId = String(body.id ?? '').trim();
  if (madeId !== '' && madeId !== '0') return { kind: 'refused', detail, madeId };
  return { kind: isAddress ? 'ip-not-allowed' : 'refused', detail };
}

function failureOfStatus(status: number): IxcFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return { kind: 'unauthorized' };
  if (status === 404) return { kind: 'not-found' };
  return status >= 500
    ? { kind: 'server', status }
    : { kind: 'rubbish', detail: `status ${status}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What IXC answered, whatever was asked. The HTTP status proves little (most errors come with 200) and the
 * content type nothing, so the order is: status, empty, HTML, JSON, `type: error`.
 */
export function readAnswer({ status, text }: HttpResponse): Result<unknown, IxcFailure> {
  const failure = failureOfStatus(status);
  if (failure !== null) return fail(failure);
  const trimmed = text.trim();
  if (trimmed === '') return fail({ kind: 'rubbish', detail: 'empty' });
  if (trimmed.startsWith('<')) return fail({ kind: 'html', detail: plainText(trimmed) });
  const json = parseJson(trimmed);
  if (json === undefined) return fail({ kind: 'rubbish', detail: 'not json' });
  const error = errorBody.safeParse(json);
  return error.success ? fail(refusal(error.data)) : ok(json);
}

/** A page of a list. */
export function readListAnswer(response: HttpResponse): Result<RawPage, IxcFailure> {
  const answer = readAnswer(response);
  if (!answer.ok) return answer;
  const list = listBody.safeParse(answer.value);
  if (!list.success) return fail({ kind: 'rubbish', detail: 'no list' });
  return ok({ records: list.data.registros ?? [], total: list.data.total });
}
