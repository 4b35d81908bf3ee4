import { DroppedConnection } from '../../http/listen.ts';
import {
  htmlError,
  ipNotAllowed,
  listing,
  raw,
  refusal,
  serverPage,
} from '../webservice/answers.ts';
import type { Fault } from './fault.ts';

/**
 * Gives the answer that a fault leaves of a request.
 *
 * @throws DroppedConnection where the connection breaks.
 */
export async function strike(fault: Fault, carryOut: () => Promise<Response>): Promise<Response> {
  switch (fault.kind) {
    case 'html':
      return htmlError();
    case 'refused':
      return refusal(fault.message ?? 'Erro inesperado, tente novamente!', fault.key);
    case 'ip-not-allowed':
      return ipNotAllowed();
    case 'empty-list':
      return listing('1', 0, false, []);
    case 'unauthorized':
      return serverPage(401, 'Authorization Required');
    case 'status':
      return raw(fault.body ?? null, fault.status);
    case 'drop':
      if (fault.carriedOut === true) await carryOut();
      throw new DroppedConnection();
    case 'rubbish':
      return raw(fault.body ?? 'Warning: mysqli_connect(): (HY000/2002)');
    case 'latency':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return carryOut();
  }
}
