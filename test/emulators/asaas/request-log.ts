import { pathPattern, referenceOf, type Incoming } from './incoming.ts';
import type { Access } from './gateway/authenticate.ts';
import type { Environment } from './options.ts';
import { parseBody, type Body } from './request-body.ts';

/** One request that reached the emulator. The key is named, never written down. */
export interface LoggedRequest {
  readonly sequence: number;
  /** Of the emulator's clock, ms. */
  readonly time: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed; null when it was not JSON. */
  readonly body: Body | null;
  readonly host: string;
  readonly environment: Environment | null;
  readonly accountId: string | null;
  readonly keyId: string | null;
  readonly reference: string | null;
  /** Ids of the fault rules that struck it. */
  readonly faults: readonly string[];
  readonly outcome: 'under-way' | 'answered' | 'dropped';
  /** Of the answer; null while there is none, and after a drop. */
  readonly status: number | null;
  /** When it changed something, ms: also after a drop, and later than it for a late commit. */
  readonly carriedOutAt: number | null;
}

export interface RequestFilter {
  readonly method?: string;
  /** A path, or a pattern as in a fault rule. */
  readonly path?: string;
  readonly reference?: string;
  readonly keyId?: string;
  /** Only later ones than this sequence number. */
  readonly after?: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type LogEntry = Mutable<LoggedRequest>;

export class RequestLog {
  #entries: LogEntry[] = [];
  #sequence = 0;

  open(incoming: Incoming, access: Access | null, time: number): LogEntry {
    this.#sequence += 1;
    const entry: LogEntry = {
      sequence: this.#sequence,
      time,
      method: incoming.method,
      path: incoming.path,
      query: Object.fromEntries(incoming.query),
      body: parseBody(incoming.text),
      host: incoming.host,
      environment: incoming.environment,
      accountId: access?.account.id ?? null,
      keyId: access?.key.id ?? null,
      reference: referenceOf(incoming),
      faults: [],
      outcome: 'under-way',
      status: null,
      carriedOutAt: null,
    };
    this.#entries.push(entry);
    return entry;
  }

  find(filter: RequestFilter): LoggedRequest[] {
    const { method, path, reference, keyId, after = 0 } = filter;
    const pattern = path === undefined ? null : pathPattern(path);
    return this.#entries
      .filter((entry) => entry.sequence > after)
      .filter((entry) => method === undefined || entry.method === method)
      .filter((entry) => pattern === null || pattern.test(entry.path))
      .filter((entry) => reference === undefined || entry.reference === reference)
      .filter((entry) => keyId === undefined || entry.keyId === keyId)
      .map((entry) => ({ ...entry }));
  }

  clear(): void {
    this.#entries = [];
  }
}
