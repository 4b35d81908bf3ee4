import type { AsaasFailure, Movement } from '../../asaas/client.types.ts';
import { addDays, todayInSaoPaulo } from '../../billing/calendar.ts';
import { livenessOf } from '../../billing/status.ts';
import { raiseAlert } from '../../ledger/alerts.ts';
import { lacksPermission } from '../setup/failures.ts';
import { NEVER, type SweepState } from './account-state.ts';
import { readOn } from './read-list.ts';
import { begun, ended } from './sweep-list.ts';
import type { Swept, Turn } from './turn.ts';

/** A key that may not read finances is asked about again after so long: somebody may have changed it. ms. */
const REFUSED = 7 * 24 * 60 * 60_000;

/** Movements that take back money of a charge. A partial refund changes nothing else that a list shows. */
const TAKEN_BACK: ReadonlySet<string> = new Set([
  'PAYMENT_REVERSAL',
  'REVERSAL',
  'CHARGEBACK',
  'PIX_TRANSACTION_CREDIT_REFUND',
  'CARD_SALE_REVERSAL',
]);

/** Reads the statement since the last time, with a day of overlap, for money of ours that went back. */
export async function sweepStatement(turn: Turn, from = NEVER): Promise<Swept> {
  const { client, ports } = turn;
  let state: SweepState = begun(turn, from);
  const to = state.startedOn ?? todayInSaoPaulo(ports.clock.now());
  const days = { from: addDays(state.since ?? to, -1), to };
  while (state.place !== null) {
    if (!turn.mayAsk()) return { state, failure: null };
    const answer = await readOn((page) => client.movements(days, page), state.place);
    state = { ...state, spent: state.spent + 1 };
    if (!answer.ok) {
      if (!lacksPermission(answer.error)) return { state, failure: answer.error };
      return { state: { ...ended(state), refusedUntil: ports.now() + REFUSED }, failure: null };
    }
    for (const movement of answer.value.page.items) {
      const { failure, isEnd } = await lookInto(turn, movement);
      if (isEnd) return { state, failure };
    }
    const { next } = answer.value;
    state = next === null ? ended(state) : { ...state, place: { list: 0, found: 0, ...next } };
    await turn.checkpoint(state);
  }
  return { state, failure: null };
}

/** A charge of ours that lost money is read by its id, and a person is told what its status does not say. */
async function lookInto(
  { ports, account, client, takeIn, mayAsk }: Turn,
  { id, type, value, chargeId }: Movement,
): Promise<{ readonly isEnd: boolean; readonly failure: AsaasFailure | null }> {
  const goOn = { isEnd: false, failure: null };
  if (chargeId === null || value >= 0 || !TAKEN_BACK.has(type)) return goOn;
  const row = await ports.ledger.charges.get(chargeId);
  if (row?.accountId !== account.id || livenessOf(row) !== 'paid') return goOn;
  if (!mayAsk()) return { isEnd: true, failure: null };
  const seenAt = ports.now();
  const answer = await client.getCharge(chargeId);
  // Gone since: the statement's own word is all there is, and must not wait for a reading that never comes.
  const isGone = !answer.ok && answer.error.kind === 'not-found';
  if (!answer.ok && !isGone) return { isEnd: true, failure: answer.error };
  if (answer.ok) {
    await takeIn(account, [answer.value], seenAt);
    if (livenessOf(answer.value) !== 'paid') return goOn;
  }
  const { providerKey, invoiceId } = row;
  const about = { accountId: account.id, providerKey, invoiceId, chargeIds: [chargeId] };
  const detail = { movement: type, cents: Math.abs(value) };
  const subject = `${chargeId}:${id}`;
  await raiseAlert(ports.ledger, { kind: 'reversed', ...about, subject, detail }, ports.now());
  return goOn;
}
