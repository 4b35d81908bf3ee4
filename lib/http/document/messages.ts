/**
 * What worker and document say to each other over a port that nobody else hears: an errand carries the
 * token of a webservice.
 */
export interface Errand {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The worker gave up waiting. */
export interface Abandon {
  readonly abandon: number;
}

/** What became of an errand. */
export type Outcome =
  | {
      readonly id: number;
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly id: number; readonly kind: 'redirected' | 'too-large' | 'failed' };

/** The name of that port. The document opens it, so that the worker sees who speaks. */
export const DOCUMENT_PORT = 'document';
