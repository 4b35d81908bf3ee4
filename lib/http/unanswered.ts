import type { TransportFailure } from './transport.ts';

/** What the client of an API says of a request that brought no answer to read. */
export type Unanswered =
  | { readonly kind: 'not-sent'; readonly why: 'host-refused' | 'permission-missing' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  | { readonly kind: 'rubbish'; readonly detail: 'redirected' | 'too-large' };

/**
 * A transport's failure in the terms that every API's failures share. A redirect or a huge answer came
 * from something else than the API.
 */
export function unanswered(failure: TransportFailure): Unanswered {
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
