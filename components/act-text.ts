import { i18n } from '#i18n';
import {
  ACT_REFUSALS,
  type ActRefusal,
  type ChargeActKind,
} from '../lib/billing/acts/charge-act.ts';
import type { FailureView } from '../lib/messages/failure.ts';
import type { ActView } from '../lib/messages/job-view.ts';
import { byCode } from './by-code.ts';
import { moneyText } from './formats.ts';
import { failureText } from './text.ts';

/** "Cancelar cobrança": what a menu, a window's title and its button say. */
export const actText = (kind: ChargeActKind): string => byCode('act.do', kind);

/** What it does, in a sentence or two, for whoever is about to confirm it. */
export const effectText = (kind: ChargeActKind): string => byCode('act.effect', kind);

/** Why it is not offered, or was not done. */
export const refusalText = ({ code, params }: ActRefusal): string =>
  byCode('act.refusal', code, params);

/** The same as `actText`, with the amount where there is one: what the queue says. */
export function actName({ kind, value }: Pick<ActView, 'kind' | 'value'>): string {
  return value === null ? actText(kind) : `${actText(kind)}: ${moneyText(value)}`;
}

/** A failure of an act: what is said of sendings is not said of it, and a refusal is told by its reason. */
export function actFailureText(failure: FailureView): string {
  const { code, params } = failure;
  const refusal = ACT_REFUSALS.find((each) => code === 'act-refused' && each === params?.refusal);
  if (refusal !== undefined) return refusalText({ code: refusal, ...(params && { params }) });
  return code === 'check-in-asaas' ? i18n.t('act.check') : failureText(failure);
}
