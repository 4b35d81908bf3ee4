import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { invoiceFingerprint } from '../../billing/send-plan.ts';
import type { Customer, Invoice } from '../../billing/invoice.ts';
import type {
  ReplacedCharge,
  SendPlan,
  Warning,
  WarningCode,
} from '../../billing/send-plan.types.ts';

/**
 * Names exactly what the operator agreed to: the invoice and customer as they were, and what will be
 * asked of Asaas. Who the payer turns out to be at Asaas is left out, since creating the payer is part
 * of carrying the same plan out. An override covers the registrations that were shown, and no others;
 * what was typed, the reading that it was shown to differ from;
 * linking a charge, the ones that were shown beside it; a replacement, these charges at this value and date.
 */
export function confirmationOf(plan: SendPlan, invoice: Invoice, customer: Customer): string {
  const agreed = 'warnings' in plan ? plan.warnings.filter(isAgreedTo) : [];
  const parts = [plan.kind, askedOf(plan), invoiceFingerprint(invoice, customer), ...agreed];
  const text = JSON.stringify(parts);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
}

const AGREED_TO: ReadonlySet<WarningCode> = new Set([
  'registration-overridden',
  'typed-less-than-open',
  'typed-other-due-date',
  'payer-data-overridden',
]);

/** Whether a confirmation covers just what this one says, and nothing else that it might say later. */
function isAgreedTo({ code }: Warning): boolean {
  return AGREED_TO.has(code);
}

function replacedIn(replaces: readonly ReplacedCharge[]): unknown {
  const parts = replaces.map(({ id, value, dueDate }) => [id, value, dueDate] as const);
  return parts.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function askedOf(plan: SendPlan): unknown {
  switch (plan.kind) {
    case 'new':
      return plan.replaces.length === 0 ? plan.draft : [plan.draft, replacedIn(plan.replaces)];
    case 'update':
      return [plan.charge.id, plan.value?.to ?? null, plan.dueDate?.to ?? null];
    case 'reuse':
      return plan.charge.id;
    case 'adopt':
      return [plan.charge.id, plan.besides];
    case 'duplicate':
    case 'blocked':
      return null;
  }
}
