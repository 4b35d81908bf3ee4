import { daysBetween } from '../../../../lib/billing/calendar.ts';
import { formatBrl } from '../../../../lib/billing/money.ts';
import type { SendPlan } from '../../../../lib/billing/send-plan.types.ts';
import { day } from '../../../fixtures/day.ts';
import { TODAY } from './emulated-provider.ts';

/** What every plan here says: the payers are new, and the emulated IXC tells all of its customers as well. */
const SAID_BY_ALL = ['payer-will-be-created', 'told-twice'];

/** A plan as one line of a table says it. Days are counted from today; what all of them say is left out. */
export type InShort =
  | {
      readonly charge: string;
      readonly due: number;
      readonly payer: 'create' | 'known';
      readonly warnings: readonly string[];
    }
  | { readonly blocked: readonly string[]; readonly due?: number; readonly accrued?: string }
  | { readonly kind: 'reuse' | 'update' | 'adopt' | 'duplicate' };

/** `89,90` */
function reais(amount: Parameters<typeof formatBrl>[0]): string {
  return formatBrl(amount).replace(/^R\$\s/, '');
}

/** Codes in the order of the alphabet: the order in which they are told is no matter here. */
function codes(all: readonly { readonly code: string }[]): readonly string[] {
  return all.map(({ code }) => code).toSorted();
}

export function inShort(plan: SendPlan): InShort {
  const inDays = (date: string) => daysBetween(day(TODAY), day(date));
  switch (plan.kind) {
    case 'new':
      return {
        charge: reais(plan.draft.value),
        due: inDays(plan.draft.dueDate),
        payer: plan.payer.kind,
        warnings: codes(plan.warnings).filter((code) => !SAID_BY_ALL.includes(code)),
      };
    case 'blocked':
      return plan.overdue === null
        ? { blocked: codes(plan.reasons) }
        : {
            blocked: codes(plan.reasons),
            due: inDays(plan.overdue.proposedDueDate),
            accrued: reais(plan.overdue.accrued.total),
          };
    default:
      return { kind: plan.kind };
  }
}
