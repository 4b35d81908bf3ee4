import { DEFAULT_MAX_BYTES } from '../guarded-fetch.ts';
import { createDocumentLine, type DocumentHost, DocumentGone } from './document-line.ts';
import type { Errand, Outcome } from './messages.ts';

export interface DocumentFetchOptions {
  readonly host: DocumentHost;
  /** Whether a request changes nothing: the document makes no other, and repeats these. */
  readonly isReading: (request: Pick<Errand, 'method' | 'headers'>) => boolean;
}

/**
 * The worker's half: a `fetch` whose requests a document of the extension makes, for the guards of
 * `createTransport` to stand before. Takes readings only, each with a URL, plain headers and at most a text
 * as body; one whose document is gone in the middle of it is made once more in a new one.
 */
export function createDocumentFetch(options: DocumentFetchOptions): typeof globalThis.fetch {
  const { host, isReading } = options;
  const line = createDocumentLine(host);

  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString();
    const errand = {
      url,
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : null,
    };
    if (!isReading(errand)) throw new TypeError('only readings go through the document');
    const signal = init.signal ?? null;
    try {
      return responseOf(await line.send(errand, signal));
    } catch (error) {
      if (!(error instanceof DocumentGone) || signal?.aborted === true) throw error;
      return responseOf(await line.send(errand, signal));
    }
  };
}

/** Statuses whose answer must not have a body, empty or not. */
const BODILESS = [101, 204, 205, 304];

function responseOf(outcome: Outcome): Response {
  switch (outcome.kind) {
    case 'answered': {
      const { status, headers, text } = outcome;
      return new Response(BODILESS.includes(status) ? null : text, { status, headers });
    }
    case 'redirected':
      return new Response(null, { status: 302 });
    case 'too-large':
      // The transport refuses it by its announced length, as it would have refused the real one.
      return new Response('', { headers: { 'content-length': String(DEFAULT_MAX_BYTES + 1) } });
    case 'failed':
      throw new TypeError('Failed to fetch');
  }
}
