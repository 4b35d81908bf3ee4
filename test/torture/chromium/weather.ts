import type { Fault } from '../../emulators/asaas/index.ts';
import type { World } from '../../e2e/harness/world.ts';
import type { Dice } from '../time/dice.ts';

const CREATE = { method: 'POST', path: '/v3/payments' } as const;
const ALL = { path: '/v3/**' } as const;

/** What a browser meets within minutes; long times are the other half's. */
const TROUBLES: readonly (readonly [string, typeof CREATE | typeof ALL, Fault, number])[] = [
  ['slow answers', ALL, { kind: 'latency', ms: 400 }, 0.3],
  ['dropped before commit', CREATE, { kind: 'drop-before-commit' }, 0.04],
  ['dropped after commit', CREATE, { kind: 'drop-after-commit' }, 0.15],
  ['502 that hides a success', CREATE, { kind: 'status', status: 502, carriedOut: true }, 0.1],
  ['HTML that hides a success', CREATE, { kind: 'html', status: 502, carriedOut: true }, 0.1],
  ['commits 20 s later', CREATE, { kind: 'late-commit', seconds: 20 }, 0.1],
  ['lists lag 15 s', CREATE, { kind: 'list-lag', seconds: 15 }, 0.15],
  ['cut off on the way', ALL, { kind: 'truncated-body', cutOff: true }, 0.01],
  ['503', ALL, { kind: 'status', status: 503 }, 0.01],
];

export interface BrowserWeather {
  readonly stop: () => void;
  readonly struck: () => readonly (readonly [string, number])[];
}

export function turnWeather({ asaas: { control } }: World, dice: Dice): BrowserWeather {
  const names = new Map<string, string>();
  for (const [name, where, fault, probability] of TROUBLES) {
    const seed = dice.between(1, 1_000_000);
    names.set(control.addFault({ ...where, fault, probability, times: 0, seed }), name);
  }
  let struck: readonly (readonly [string, number])[] = [];
  return {
    stop: () => {
      struck = control.faults().map((state) => [names.get(state.id) ?? '', state.struck] as const);
      control.clearFaults();
    },
    struck: () => struck,
  };
}
