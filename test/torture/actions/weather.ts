import type { Browser } from '../browser/browser.ts';
import { createDice } from '../time/dice.ts';
import type { World } from '../world/world.ts';
import { ASAAS_TROUBLES } from './weather-asaas.ts';

type IxcFault = Parameters<World['ixc']['control']['addFault']>[0]['fault'];

/** Every fault that the emulated IXC knows. */
const IXC_TROUBLES: readonly { readonly name: string; readonly fault: IxcFault }[] = [
  { name: 'HTML with 200', fault: { kind: 'html' } },
  { name: 'type:error with 200', fault: { kind: 'refused' } },
  { name: 'type:error under another key', fault: { kind: 'refused', key: 'valor' } },
  { name: 'address not allowed', fault: { kind: 'ip-not-allowed' } },
  { name: 'suspicious empty list', fault: { kind: 'empty-list' } },
  { name: '401 page', fault: { kind: 'unauthorized' } },
  { name: '500', fault: { kind: 'status', status: 500 } },
  { name: '502 with a body', fault: { kind: 'status', status: 502, body: 'Bad Gateway' } },
  { name: 'dropped', fault: { kind: 'drop' } },
  { name: 'dropped once carried out', fault: { kind: 'drop', carriedOut: true } },
  { name: 'rubbish', fault: { kind: 'rubbish' } },
  { name: 'timeout', fault: { kind: 'latency', ms: 45_000 } },
  { name: 'slow', fault: { kind: 'latency', ms: 6_000 } },
];
/** How often the dice are left to kinds that never struck yet, while there are any. */
const UNFELT_FIRST = 0.5;
const TABLES = ['fn_areceber', 'cliente', 'fn_carteira_cobranca', 'filial'] as const;

/** How often each trouble struck, by its name. */
export type Struck = ReadonlyMap<string, number>;

export interface Weather {
  /** Changes every few minutes, until it is told to stop. */
  readonly rage: () => Promise<void>;
  /** From now on nothing goes wrong any more; what is still to commit commits. */
  readonly stop: () => void;
  readonly struck: () => Struck;
}

/** Kinds of trouble that never struck. */
export function unfelt(struck: Struck): readonly string[] {
  return [...struck].filter(([, times]) => times === 0).map(([name]) => name);
}

export function createWeather(world: World, browsers: readonly Browser[]): Weather {
  const { clock, asaas, ixc } = world;
  const dice = createDice(world.seed * 31 + 3);
  const struck = new Map<string, number>();
  const asaasNames = new Map<string, string>();
  const ixcNames = new Map<string, string>();
  let isOver = false;

  const count = (name: string, times: number) => struck.set(name, (struck.get(name) ?? 0) + times);
  for (const { name } of ASAAS_TROUBLES) count(`Asaas: ${name}`, 0);
  for (const { name } of IXC_TROUBLES) count(`IXC: ${name}`, 0);
  count('browser: disk full', 0);

  function clear(): void {
    noteIxc();
    for (const { id, struck: times } of asaas.control.faults()) {
      count(asaasNames.get(id) ?? id, times);
    }
    asaas.control.clearFaults();
    ixc.control.clearFaults();
    for (const browser of browsers) browser.turn({ isDiskFull: false });
  }

  let noted = 0;
  function noteIxc(): void {
    const asked = ixc.control.requests();
    for (const id of asked.slice(noted).flatMap(({ faults }) => faults)) {
      count(ixcNames.get(id) ?? id, 1);
    }
    noted = asked.length;
  }

  function pickOf<T extends { readonly name: string }>(side: string, kinds: readonly T[]): T {
    const missing = kinds.filter(({ name }) => struck.get(`${side}: ${name}`) === 0);
    return dice.pick(missing.length > 0 && dice.chance(UNFELT_FIRST) ? missing : kinds);
  }

  function turnAsaas(): void {
    const { name, fault, where } = pickOf('Asaas', ASAAS_TROUBLES);
    const isWrite = where.every(({ method }) => method !== 'GET');
    const probability = dice.pick(isWrite ? [0.3, 0.6, 1] : [0.05, 0.15, 0.4]);
    const rule = { ...dice.pick(where), fault, probability, times: dice.pick([2, 8, 0]) };
    asaasNames.set(asaas.control.addFault(rule), `Asaas: ${name}`);
  }

  function turnIxc(): void {
    const { name, fault } = pickOf('IXC', IXC_TROUBLES);
    const table = dice.chance(0.6) ? dice.pick(TABLES) : null;
    const id = ixc.control.addFault({
      fault,
      area: 'webservice',
      ...(table !== null && { table }),
      skip: dice.between(0, 2),
      times: dice.between(1, 6),
    });
    ixcNames.set(id, `IXC: ${name}`);
  }

  function turnDisk(): void {
    const browser = dice.pick(browsers);
    browser.turn({ isDiskFull: true });
    count('browser: disk full', 1);
    clock.at(clock.now() + dice.between(2, 40) * 1000, () => browser.turn({ isDiskFull: false }));
  }

  return {
    rage: async () => {
      for (;;) {
        clear();
        if (isOver) return;
        if (dice.chance(0.65)) {
          for (let left = dice.between(1, 3); left > 0; left -= 1) turnAsaas();
          if (dice.chance(0.35)) turnIxc();
          if (dice.chance(0.08)) turnDisk();
        }
        await clock.sleep(dice.between(60, 300) * 1000);
      }
    },
    stop: () => {
      isOver = true;
      clear();
    },
    struck: () => struck,
  };
}
