import type { CivilDate } from '../calendar.ts';
import { fail, ok, type Result } from '../result.ts';
import { templateOf } from './defaults.ts';
import { fillTemplate, type MissingValues } from './fill.ts';
import { isCollection, type MessageKind } from './kinds.ts';
import {
  type IdentityPart,
  missingIdentity,
  type ProviderIdentity,
  withIdentity,
} from './provider-identity.ts';
import { parseTemplate, type TemplateProblem } from './template.ts';
import { messageValues, type ToldCharge } from './values.ts';

/** What a message is made of. */
export interface MessageFacts {
  readonly kind: MessageKind;
  /** The operator's own templates; what is null or absent is the default. */
  readonly templates: Readonly<Partial<Record<MessageKind, string | null>>>;
  readonly customerName: string;
  /** At least one; several only for `all-overdue`. */
  readonly charges: readonly ToldCharge[];
  readonly provider: ProviderIdentity;
  /** In São Paulo. */
  readonly today: CivilDate;
}

/** A message to be read by the operator before it leaves: nothing here sends anything. */
export interface ReadyMessage {
  readonly subject: string;
  readonly text: string;
  /** It asks for a debt that fell due, and has to say whose. */
  readonly collection: boolean;
}

/** `identity`: a collection message has to say who the creditor is, and this is not known. */
export type MessageProblem =
  | TemplateProblem
  | MissingValues
  | { readonly code: 'no-charge' }
  | { readonly code: 'identity'; readonly parts: readonly IdentityPart[] };

/** Composes the message of a kind, or says why there is none. */
export function readyMessage(facts: MessageFacts): Result<ReadyMessage, MessageProblem> {
  const { kind, charges, provider, today } = facts;
  if (charges.length === 0) return fail({ code: 'no-charge' });
  const template = templateOf(kind, facts.templates);
  const [subject, body] = [parseTemplate(template.subject), parseTemplate(template.text)];
  if (!subject.ok) return subject;
  if (!body.ok) return body;
  const values = messageValues(facts.customerName, charges, provider);
  const collection = isCollection(kind, isOverdue(charges, today));
  const text = fillTemplate(body.value, values);
  if (!text.ok) return text;
  const missing = collection ? missingIdentity(provider) : [];
  if (missing.length > 0) return fail({ code: 'identity', parts: missing });
  const signed = collection ? withIdentity(text.value, provider) : text.value;
  // A provider whose name is not known yet signs nothing; its mail still has a subject.
  const named = { ...values, provedor: values.provedor ?? 'Cobrança' };
  const head = fillTemplate(subject.value, named);
  return head.ok ? ok({ subject: head.value, text: signed, collection }) : head;
}

/** Whether one of the charges fell due before today. */
export function isOverdue(charges: readonly Pick<ToldCharge, 'dueDate'>[], today: CivilDate) {
  return charges.some(({ dueDate }) => dueDate < today);
}
