import { DroppedConnection } from '../../http/listen.ts';
import { empty, html } from '../failures.ts';
import { rateHeaders } from '../gateway/traffic-limits.ts';
import type { DrawnFaults } from './fault-book.ts';

/** What a fault may do to the request it struck. */
export interface Stage {
  /** Lets Asaas do what it was asked, at most once. */
  readonly carryOut: () => Promise<Response>;
  /** Lets it do so later, when nobody waits any more. */
  readonly carryOutIn: (ms: number) => void;
}

/** The answer to a request that `outcome` struck; throws `DroppedConnection` where there is none. */
export async function play(outcome: DrawnFaults['outcome'], stage: Stage): Promise<Response> {
  if (outcome === null) return stage.carryOut();
  switch (outcome.kind) {
    case 'rate-limit': {
      const seconds = outcome.resetSeconds ?? 10;
      return new Response(null, { status: 429, headers: rateHeaders(100, 0, seconds * 1000) });
    }
    case 'status': {
      if (outcome.carriedOut === true) await stage.carryOut();
      if (outcome.body === undefined) return empty(outcome.status);
      const headers = { 'content-type': 'application/json;charset=utf-8' };
      return new Response(outcome.body, { status: outcome.status, headers });
    }
    case 'drop-before-commit':
      throw new DroppedConnection();
    case 'drop-after-commit':
      await stage.carryOut();
      throw new DroppedConnection();
    case 'late-commit':
      stage.carryOutIn(outcome.seconds * 1000);
      throw new DroppedConnection();
    case 'empty-401':
      return empty(401);
    case 'html':
      if (outcome.carriedOut === true) await stage.carryOut();
      return html(outcome.status, `HTTP Status ${String(outcome.status)}`);
    case 'rubbish': {
      if (outcome.carriedOut !== false) await stage.carryOut();
      const headers = { 'content-type': 'application/json;charset=utf-8' };
      return new Response(outcome.body ?? 'Service temporarily at lunch', { headers });
    }
    case 'truncated-body':
      return truncate(await stage.carryOut(), outcome.cutOff === true);
  }
}

async function truncate(whole: Response, cutOff: boolean): Promise<Response> {
  const text = await whole.text();
  const body = text.slice(0, Math.floor(text.length / 2));
  const { status } = whole;
  if (!cutOff) return new Response(body, { status, headers: whole.headers });
  const headers = Object.fromEntries(whole.headers);
  const length = String(new TextEncoder().encode(text).length);
  throw new DroppedConnection({ status, headers: { ...headers, 'content-length': length }, body });
}
