import type { TransportFailure } from '../http/transport.ts';
import type { AsaasFailure } from './client.types.ts';

/**
 * Whether a request that changes something may have been carried out, or may still be, in spite of the
 * failure. Everything else is a definite no.
 */
export function isAmbiguous(failure: AsaasFailure): boolean {
  switch (failure.kind) {
    case 'server':
    case 'timeout':
    case 'network':
    case 'rubbish':
      return true;
    case 'not-sent':
    case 'unauthorized':
    case 'forbidden':
    case 'rejected':
    case 'not-found':
    case 'rate-limited':
      return false;
  }
}

/** A transport's failure in Asaas's terms. A redirect or a huge answer came from something else. */
export function asaasFailureOf(failure: TransportFailure): AsaasFailure {
  switch (failure.kind) {
    case 'host-refused':
    case 'permission-missing':
      return { kind: 'not-sent', why: failure.kind };
    case 'timeout':
    case 'network':
      return { kind: failure.kind };
    case 'redirected':
    case 'too-large':
      return { kind: 'rubbish', detail: failure.kind };
  }
}
