import type { Account } from '../account/account.ts';
import type { Incoming } from '../incoming.ts';
import type { Limits } from '../options.ts';
import type { World } from '../world.ts';

const RATE_WINDOW = 10_000;
const QUOTA_WINDOW = 12 * 60 * 60 * 1000;

/** Counts one request on the account's quota of 12 hours; false when it is used up. */
export function spendQuota(world: World, account: Account): boolean {
  const now = world.clock.now();
  if (account.quota === null || now >= account.quota.start + QUOTA_WINDOW)
    account.quota = { start: now, count: 0 };
  account.quota.count += 1;
  return account.quota.count <= world.limits.quota;
}

/** What one request leaves of an endpoint's own limit. */
export interface RateState {
  readonly exceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts one request on its endpoint's limit; null for the endpoints that have none. */
export function spendRate(world: World, account: Account, incoming: Incoming): RateState | null {
  const limited = limitOf(world.limits, incoming);
  if (limited === null) return null;
  const now = world.clock.now();
  let window = account.windows.get(limited.name);
  if (window === undefined || now >= window.start + RATE_WINDOW) {
    window = { start: now, count: 0 };
    account.windows.set(limited.name, window);
  }
  window.count += 1;
  const resetMs = window.start + RATE_WINDOW - now;
  return {
    exceeded: window.count > limited.limit,
    headers: rateHeaders(limited.limit, Math.max(limited.limit - window.count, 0), resetMs),
  };
}

export function rateHeaders(limit: number, remaining: number, resetMs: number) {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(Math.ceil(resetMs / 1000)),
  };
}

function limitOf(limits: Limits, { method, path }: Incoming) {
  if (method === 'POST' && path === '/v3/payments')
    return { name: 'create', limit: limits.charges };
  if (method === 'DELETE' && /^\/v3\/payments\/[^/]+$/.test(path))
    return { name: 'delete', limit: limits.charges };
  if (method === 'GET' && path === '/v3/finance/balance')
    return { name: 'balance', limit: limits.balance };
  if (method === 'GET' && path === '/v3/financialTransactions')
    return { name: 'statement', limit: limits.statement };
  return null;
}
