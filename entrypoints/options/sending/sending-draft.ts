import type { PageRequest } from '../../../lib/messages/page-requests.ts';
import type { SendingSettings } from '../../../lib/settings/settings.ts';
import { decimalWithin } from './decimal.ts';
import { termsDraftOf, termsOf, type TermsDraft } from './terms-draft.ts';

/** The form as typed: numbers stay text until they are saved. */
export interface SendingDraft {
  readonly billingType: SendingSettings['billingType'];
  readonly notifier: SendingSettings['notifier'];
  readonly accrued: SendingSettings['overdue']['accrued'];
  readonly dueInDays: string;
  readonly finePercent: string;
  readonly interestPercentMonth: string;
  readonly terms: TermsDraft;
  readonly description: string;
  readonly oneClick: boolean;
}

export const LIMITS = {
  dueInDays: [0, 60],
  finePercent: [0, 2],
  interestPercentMonth: [0, 1],
} as const satisfies Record<string, readonly [number, number]>;

export const DESCRIPTION_LENGTH = 300;

export function draftOf(saved: SendingSettings, decimalMark: string): SendingDraft {
  const typed = (value: number): string => String(value).replace('.', decimalMark);
  return {
    billingType: saved.billingType,
    notifier: saved.notifier,
    accrued: saved.overdue.accrued,
    dueInDays: typed(saved.overdue.dueInDays),
    finePercent: typed(saved.overdue.finePercent),
    interestPercentMonth: typed(saved.overdue.interestPercentMonth),
    terms: termsDraftOf(saved.terms, typed),
    description: saved.description,
    oneClick: saved.oneClick,
  };
}

export function numberOf(draft: SendingDraft, field: keyof typeof LIMITS): number | null {
  const [min, max] = LIMITS[field];
  const value = decimalWithin(draft[field], min, max);
  return field === 'dueInDays' && !Number.isInteger(value) ? null : value;
}

/** What is asked of the worker; null while something is wrong or nobody was chosen to notify. */
export function saveRequest(
  draft: SendingDraft,
): Extract<PageRequest, { verb: 'sending/save' }> | null {
  const dueInDays = numberOf(draft, 'dueInDays');
  const finePercent = numberOf(draft, 'finePercent');
  const interestPercentMonth = numberOf(draft, 'interestPercentMonth');
  const terms = termsOf(draft.terms);
  const description = draft.description.trim();
  const { billingType, notifier, accrued, oneClick } = draft;
  if (notifier === null || dueInDays === null || terms === null || description === '') return null;
  if (finePercent === null || interestPercentMonth === null) return null;
  return {
    verb: 'sending/save',
    billingType,
    notifier,
    overdue: { dueInDays, accrued, finePercent, interestPercentMonth },
    terms,
    description,
    oneClick,
  };
}
