import { civilDate } from '../../http/sao-paulo.ts';
import { createBase } from '../data/base.ts';
import { DEFAULT_TOKEN } from '../options.ts';
import { panelOptions } from '../panel/panel-options.ts';
import { PLAIN_SESSION, recordOf, tableOf, type World } from '../world.ts';
import type { IxcControl } from './control.types.ts';
import { operatorCommands } from './operator-commands.ts';

/** Puts the commands of one emulator together. */
export function createControl(world: World): IxcControl {
  const { clock, faults, log, sessions, options } = world;
  const record = (table: string, id: string) => ({ ...recordOf(world, table, id) });
  return {
    ...operatorCommands(world),
    now: () => clock.now(),
    advance: (ms) => clock.advance(ms),
    setTime: (time) => clock.set(new Date(time).getTime()),
    addFault: (rule) => faults.add(rule),
    removeFault: (id) => faults.remove(id),
    clearFaults: () => faults.clear(),
    requests: (filter = {}) => log.find(filter),
    writes: () => log.writes(),
    clearRequests: () => log.clear(),
    record,
    invoice: (id) => record('fn_areceber', id),
    customer: (id) => record('cliente', id),
    count: (table) => tableOf(world, table).rows.size,
    setToken(token) {
      world.token = token;
    },
    logOut() {
      sessions.clear();
      world.autoLogin = false;
    },
    logInByItself() {
      world.autoLogin = true;
    },
    closePeriod(until) {
      world.closedUntil = until;
    },
    setSession(reading) {
      world.session = { ...world.session, ...reading };
    },
    setPanel(changes) {
      world.panel = { ...world.panel, ...changes };
    },
    reset() {
      world.base = createBase({ ...options, today: options.today ?? civilDate(clock.now()) });
      world.token = options.token ?? DEFAULT_TOKEN;
      world.panel = panelOptions(options.panel);
      world.autoLogin = world.panel.autoLogin;
      world.session = { ...PLAIN_SESSION, ...options.session };
      world.closedUntil = '';
      faults.clear();
      log.clear();
    },
  };
}
