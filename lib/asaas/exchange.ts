import type { HttpResponse } from '../http/transport.ts';
import type { AsaasExchange } from './client.types.ts';

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function serverTime(headers: HttpResponse['headers']): number | null {
  const time = Date.parse(headers['date'] ?? '');
  return Number.isNaN(time) ? null : time;
}

/** `RateLimit-*`, which Asaas sends on limited endpoints only; the reset is in seconds. */
function rateLimit(headers: HttpResponse['headers']): AsaasExchange['rateLimit'] {
  const limit = wholeNumber(headers['ratelimit-limit']);
  const remaining = wholeNumber(headers['ratelimit-remaining']);
  const reset = wholeNumber(headers['ratelimit-reset']);
  if (limit === null || remaining === null || reset === null) return null;
  return { limit, remaining, resetMs: reset * 1000 };
}

/** What an answer tells besides its body. */
export function exchangeOf({ status, headers }: HttpResponse): AsaasExchange {
  return { status, serverTime: serverTime(headers), rateLimit: rateLimit(headers) };
}

/** How long a 429 asks to wait, ms; null when it does not say. */
export function retryAfterMs(headers: HttpResponse['headers']): number | null {
  const seconds = wholeNumber(headers['ratelimit-reset']) ?? wholeNumber(headers['retry-after']);
  return seconds === null ? null : seconds * 1000;
}
