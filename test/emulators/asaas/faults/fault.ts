/** One way in which an answer goes wrong. */
export type Fault =
  /** Waits on the emulator's clock before or after the request is carried out; default before. */
  | { readonly kind: 'latency'; readonly ms: number; readonly when?: 'before' | 'after' }
  /** 429 with RateLimit headers; nothing is carried out. Default reset: 10 s. */
  | { readonly kind: 'rate-limit'; readonly resetSeconds?: number }
  /** Any status, with `body` or none. `carriedOut`: the 5xx that hides a success. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly carriedOut?: boolean;
    }
  /** The connection breaks; nothing is carried out. */
  | { readonly kind: 'drop-before-commit' }
  /** The connection breaks once the request has been carried out. */
  | { readonly kind: 'drop-after-commit' }
  /** The connection breaks now; the request is carried out so many seconds later on the clock. */
  | { readonly kind: 'late-commit'; readonly seconds: number }
  /** What the request creates is readable by id at once, and in lists only so many seconds later. */
  | { readonly kind: 'list-lag'; readonly seconds: number }
  /** 401 without a body; nothing is carried out. */
  | { readonly kind: 'empty-401' }
  /** A page of HTML with that status, 200 included. */
  | { readonly kind: 'html'; readonly status: number; readonly carriedOut?: boolean }
  /** 200 and a body that is not the promised one; default some text. Carried out unless said. */
  | { readonly kind: 'rubbish'; readonly body?: string; readonly carriedOut?: boolean }
  /** Carried out, but only half of the body arrives: as a complete answer, or cut off on the way. */
  | { readonly kind: 'truncated-body'; readonly cutOff?: boolean };

/** When a fault strikes. Every condition that is given must hold. */
export interface FaultRule {
  readonly fault: Fault;
  readonly method?: string;
  /** `*` stands for one segment, `**` for any rest: `/v3/payments/*`. */
  readonly path?: string;
  /** `externalReference` of the query or the body. */
  readonly reference?: string;
  readonly accountId?: string;
  /** Matching requests that are let through first; default 0. */
  readonly skip?: number;
  /** How often it strikes before it is spent; default 1, 0 for ever. */
  readonly times?: number;
  /** Chance that it strikes a matching request; default 1. */
  readonly probability?: number;
  /** Of the chance; default derived from the emulator's seed and the rule's order. */
  readonly seed?: number;
}
