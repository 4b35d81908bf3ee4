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
