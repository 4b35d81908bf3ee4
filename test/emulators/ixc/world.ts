import { createVirtualClock, type VirtualClock } from '../http/clock.ts';
import { civilDate } from '../http/sao-paulo.ts';
import { createBase, type Base, type Table } from './data/base.ts';
import type { Row } from './data/row.ts';
import {
  DEFAULT_TOKEN,
  type IxcEmulatorOptions,
  type PanelOptions,
  type SessionReading,
} from './options.ts';
import { panelOptions } from './panel/panel-options.ts';
import { FaultBook } from './traffic/fault-book.ts';
import { RequestLog } from './traffic/request-log.ts';

/** Everything that the emulated IXC remembers. */
export interface World {
  readonly options: IxcEmulatorOptions;
  readonly clock: VirtualClock;
  panel: Required<PanelOptions>;
  readonly log: RequestLog;
  readonly faults: FaultBook;
  /** Panel sessions that are logged in. */
  readonly sessions: Set<string>;
  base: Base;
  token: string;
  autoLogin: boolean;
  session: SessionReading;
  /** Receipts dated up to this civil date are written down without any effect; `''`: none. */
  closedUntil: string;
}

export const PLAIN_SESSION: SessionReading = { reads: 'ok', values: 'brazilian' };

export function createWorld(options: IxcEmulatorOptions): World {
  const start = options.today === undefined ? {} : { start: `${options.today}T12:00:00-03:00` };
  const clock = options.clock ?? createVirtualClock(start);
  const panel = panelOptions(options.panel);
  return {
    options,
    clock,
    panel,
    log: new RequestLog(),
    faults: new FaultBook(),
    sessions: new Set(),
    base: createBase({ ...options, today: options.today ?? civilDate(clock.now()) }),
    token: options.token ?? DEFAULT_TOKEN,
    autoLogin: panel.autoLogin,
    session: { ...PLAIN_SESSION, ...options.session },
    closedUntil: '',
  };
}

/** Today in America/Sao_Paulo on the emulator's clock. */
export function today(world: World): string {
  return civilDate(world.clock.now());
}

/** @throws when the provider has no such table. */
export function tableOf(world: World, name: string): Table {
  const table = world.base.get(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** @throws when the table has no such record. */
export function recordOf(world: World, name: string, id: string): Row {
  const row = tableOf(world, name).rows.get(id);
  if (row === undefined) throw new Error(`no ${name} ${id}`);
  return row;
}

/** The id that the next new record of a table gets. */
export function nextId(table: Table): string {
  let last = 0;
  for (const id of table.rows.keys()) last = Math.max(last, Number(id));
  return String(last + 1);
}
