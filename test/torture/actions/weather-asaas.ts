import type { Fault, FaultRule } from '../../emulators/asaas/index.ts';

/** One kind of trouble at Asaas, and where it may strike. */
export interface AsaasTrouble {
  readonly name: string;
  readonly fault: Fault;
  readonly where: readonly Pick<FaultRule, 'method' | 'path'>[];
}

const CREATE = { method: 'POST', path: '/v3/payments' } as const;
const PAYER = { method: 'POST', path: '/v3/customers' } as const;
const CASH = { method: 'POST', path: '/v3/payments/*/receiveInCash' } as const;
const CHANGE = { method: 'PUT', path: '/v3/payments/*' } as const;
const REMOVE = { method: 'DELETE', path: '/v3/payments/*' } as const;
const LIST = { method: 'GET', path: '/v3/payments' } as const;
const READ = { method: 'GET', path: '/v3/**' } as const;
const ALL = { path: '/v3/**' } as const;

const WRITES = [CREATE, PAYER, CASH, CHANGE, REMOVE];
const ANY = [...WRITES, READ, ALL];

const late = (name: string, seconds: number): AsaasTrouble => ({
  name: `commits ${name} later`,
  fault: { kind: 'late-commit', seconds },
  where: WRITES,
});

const lag = (name: string, seconds: number): AsaasTrouble => ({
  name: `lists lag ${name}`,
  fault: { kind: 'list-lag', seconds },
  where: [CREATE, PAYER],
});

/** Every fault that the emulator knows, in the ways in which they hurt. */
export const ASAAS_TROUBLES: readonly AsaasTrouble[] = [
  {
    name: 'times out before commit',
    fault: { kind: 'latency', ms: 36_000, when: 'before' },
    where: ANY,
  },
  {
    name: 'times out after commit',
    fault: { kind: 'latency', ms: 40_000, when: 'after' },
    where: ANY,
  },
  { name: 'slow pages', fault: { kind: 'latency', ms: 9_000 }, where: [LIST, READ] },
  { name: '429', fault: { kind: 'rate-limit', resetSeconds: 45 }, where: ANY },
  { name: '500', fault: { kind: 'status', status: 500 }, where: ANY },
  { name: '503 with a body', fault: { kind: 'status', status: 503, body: '{}' }, where: ANY },
  {
    name: '502 that hides a success',
    fault: { kind: 'status', status: 502, carriedOut: true },
    where: WRITES,
  },
  { name: 'empty 404', fault: { kind: 'status', status: 404 }, where: [READ, LIST] },
  { name: 'dropped before commit', fault: { kind: 'drop-before-commit' }, where: ANY },
  { name: 'dropped after commit', fault: { kind: 'drop-after-commit' }, where: ANY },
  late('45 s', 45),
  late('400 s', 400),
  late('13 min', 760),
  late('6 h', 6 * 3600),
  late('40 h', 40 * 3600),
  lag('30 s', 30),
  lag('5 min', 300),
  lag('30 min', 1800),
  { name: 'empty 401', fault: { kind: 'empty-401' }, where: [READ, CREATE] },
  { name: 'HTML with 200', fault: { kind: 'html', status: 200 }, where: ANY },
  { name: 'HTML with 404', fault: { kind: 'html', status: 404 }, where: [READ] },
  {
    name: 'HTML that hides a success',
    fault: { kind: 'html', status: 502, carriedOut: true },
    where: WRITES,
  },
  { name: 'rubbish', fault: { kind: 'rubbish' }, where: ANY },
  {
    name: 'rubbish, nothing done',
    fault: { kind: 'rubbish', carriedOut: false },
    where: ANY,
  },
  { name: 'half a body', fault: { kind: 'truncated-body' }, where: ANY },
  { name: 'cut off on the way', fault: { kind: 'truncated-body', cutOff: true }, where: ANY },
];
