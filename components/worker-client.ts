import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../lib/billing/result.ts';
import type { FailureView } from '../lib/messages/failure.ts';
import type { PageRequest } from '../lib/messages/page-requests.ts';
import type { PageReplies } from '../lib/messages/pages.ts';

type Verb = PageRequest['verb'];

/** What a verb gives when it works, whether the worker wraps it in a `Result` or not. */
export type Answer<V extends Verb> =
  PageReplies[V] extends Result<infer T, FailureView> ? T : PageReplies[V];

export type Outcome<T> = Result<T, FailureView>;

/**
 * Asks the worker and never throws: a worker that cannot be reached, or that answers nothing, is the
 * failure `internal`, which every page shows with a way to try again.
 */
export async function ask<R extends PageRequest>(request: R): Promise<Outcome<Answer<R['verb']>>> {
  try {
    return asOutcome<Answer<R['verb']>>(await browser.runtime.sendMessage(request));
  } catch {
    return fail({ code: 'internal' });
  }
}

function asOutcome<T>(reply: unknown): Outcome<T> {
  if (typeof reply !== 'object' || reply === null) return fail({ code: 'internal' });
  if ('ok' in reply && typeof reply.ok === 'boolean') return reply as Outcome<T>;
  return ok(reply as T);
}
