import type { Area } from './fault.ts';

/** What a request asked for, judged by its method, path and header alone. */
export type Intent =
  | 'page'
  | 'list'
  /** `action=recupera` of the panel. */
  | 'read'
  | 'insert'
  | 'update'
  | 'delete'
  /** A named action: get_boleto, get_pix, cancelar_financeiro, a receipt, … */
  | 'action';

/** One request that reached the emulator. Tokens and cookies are not written down. */
export interface LoggedRequest {
  readonly sequence: number;
  /** Of the emulator's clock, ms. */
  readonly time: number;
  readonly area: Area;
  readonly intent: Intent;
  readonly method: string;
  readonly path: string;
  /** Table or action, as the path names it; `''` for pages. */
  readonly table: string;
  /** Parsed from JSON or a form; null when it was neither. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly host: string;
  readonly origin: string | null;
  /** Whether the panel's session cookie came along. */
  readonly withCookie: boolean;
  /** Ids of the fault rules that struck it. */
  readonly faults: readonly string[];
  /** Of the answer; null while there is none, and after a drop. */
  readonly status: number | null;
}

export interface RequestFilter {
  readonly area?: Area;
  readonly intent?: Intent;
  readonly table?: string;
  /** Only later ones than this sequence number. */
  readonly after?: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type LogEntry = Mutable<LoggedRequest>;

const READS: ReadonlySet<Intent> = new Set(['page', 'list', 'read']);

export class RequestLog {
  #entries: LogEntry[] = [];
  #sequence = 0;

  open(request: Omit<LoggedRequest, 'sequence' | 'faults' | 'status'>): LogEntry {
    this.#sequence += 1;
    const entry: LogEntry = { ...request, sequence: this.#sequence, faults: [], status: null };
    this.#entries.push(entry);
    return entry;
  }

  find({ area, intent, table, after = 0 }: RequestFilter): readonly LoggedRequest[] {
    return this.#entries
      .filter((entry) => entry.sequence > after)
      .filter((entry) => area === undefined || entry.area === area)
      .filter((entry) => intent === undefined || entry.intent === intent)
      .filter((entry) => table === undefined || entry.table === table)
      .map((entry) => ({ ...entry }));
  }

  /** Everything that was not a read. */
  writes(): readonly LoggedRequest[] {
    return this.find({}).filter((entry) => !READS.has(entry.intent));
  }

  clear(): void {
    this.#entries = [];
  }
}
