import { i18n } from '#i18n';
import {
  ACT_REFUSALS,
  type ActRefusal,
  type ChargeActKind,
} from '../lib/billing/acts/charge-act.ts';
import type { FailureView } from '../lib/messages/failure.ts';
import type { ActView } from '../lib/messages/job-view.ts';
import { moneyText } from './formats.ts';
import { failureText } from './text.ts';

type Params = Readonly<Record<string, string>>;

/** Kinds and codes come from closed sets, so their keys are computed; the locale test proves that each exists. */
const lookup = i18n.t as unknown as (key: string, params?: Params) => string;

function byCode(family: string, code: string, params: Params = {}): string {
  const text = lookup(`act.${family}.${code.replaceAll('-', '_')}`, params);
  // A value that the sender left out shows as an ellipsis, never as a placeholder.
  return text.replace(/\{\w+\}/g, '…');
}

/** "Cancelar cobrança": what a menu, a window's title and its button say. */
export const actText = (kind: ChargeActKind): string => byCode('do', kind);

/** What it does, in a sentence or two, for whoever is about to confirm it. */
export const effectText = (kind: ChargeActKind): string => byCode('effect', kind);

/** Why it is not offered, or was not done. */
export const refusalText = ({ code, params }: ActRefusal): string =>
  byCode('refusal', code, params);

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
