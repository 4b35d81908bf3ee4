import { fail, ok, type Result } from '../../billing/result.ts';
import { unanswered } from '../../http/unanswered.ts';
import type { Transport } from '../../http/transport.ts';
import { z } from '../../schema.ts';
import { readAnswer } from './answer.ts';
import { basicCredential } from './basic-credential.ts';
import type { IxcCredentials, IxcFailure } from './client.types.ts';
import { writeRequest } from './write-request.ts';

/** One free message of IXC's own. */
export interface IxcMessage {
  readonly kind: 'sms' | 'omnichannel';
  /** As IXC stores telephones: `(11) 98765-4321`. */
  readonly phone: string;
  readonly gatewayId: string;
  /** IXC mangles accents on the way in: ASCII. */
  readonly text: string;
  readonly sender: string;
  readonly customerId: string;
}

/**
 * `refused`: IXC did not send it, and says or shows why. `unknown`: it may have, and asking again might send
 * it twice; the failure is what was seen.
 */
export type MessageFailure =
  | { readonly outcome: 'refused'; readonly failure: IxcFailure }
  | { readonly outcome: 'unknown'; readonly failure: IxcFailure };

export interface MessageOptions {
  /** One that repeats nothing. */
  readonly transport: Transport;
  readonly credentials: IxcCredentials;
}

/** What no public source shows is taken for no success: somebody looks. */
const success = z.looseObject({ type: z.literal('success') });

/** Asks IXC to send it, once. Never throws and never repeats. */
export async function sendIxcMessage(
  { transport, credentials }: MessageOptions,
  message: IxcMessage,
): Promise<Result<null, MessageFailure>> {
  const authorization = basicCredential(credentials.token);
  if (authorization === null) return refused({ kind: 'unauthorized' });
  const body = bodyOf(message);
  const answer = await transport(
    writeRequest(credentials.origin, authorization, 'botaoAjax_22282', body),
  );
  if (!answer.ok) {
    const failure = unanswered(answer.error);
    return failure.kind === 'not-sent' ? refused(failure) : unknown(failure);
  }
  const read = readAnswer(answer.value);
  if (!read.ok) return isRefusal(read.error) ? refused(read.error) : unknown(read.error);
  if (!success.safeParse(read.value).success) {
    return unknown({ kind: 'rubbish', detail: 'no success' });
  }
  return ok(null);
}

function bodyOf(message: IxcMessage): Readonly<Record<string, string>> {
  const { kind, phone, gatewayId, text, sender, customerId } = message;
  return {
    tipo_envio_mensagem: kind,
    celular: phone,
    id_gateway: gatewayId,
    ...(kind === 'sms' ? { mensagem: text } : { msg_omnichannel: text }),
    remetente: sender,
    id_cliente: customerId,
  };
}

/**
 * A plain no. IXC's HTML error comes from the middle of whatever it was doing, and an error that names a
 * record comes after it.
 */
function isRefusal(failure: IxcFailure): boolean {
  if (failure.kind === 'refused') return failure.madeId === undefined;
  return ['unauthorized', 'ip-not-allowed', 'not-found'].includes(failure.kind);
}

const refused = (failure: IxcFailure) => fail<MessageFailure>({ outcome: 'refused', failure });
const unknown = (failure: IxcFailure) => fail<MessageFailure>({ outcome: 'unknown', failure });
