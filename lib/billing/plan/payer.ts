import type { Payer } from '../charge.ts';
import { documentKind, normaliseDocument } from '../document.ts';
import { ownKeys } from '../own-keys.ts';
import { sameName } from '../person-name.ts';
import { parseReference, payerReference } from '../reference.ts';
import { fail, ok, type Result } from '../result.ts';
import type { BlockReason, PayerPlan, SendFacts } from '../send-plan.types.ts';

/** What Asaas needs to know of a payer to charge at all. */
export function documentReasons(document: string): readonly BlockReason[] {
  if (normaliseDocument(document) === '') return [{ code: 'no-document' }];
  return documentKind(document) === null ? [{ code: 'invalid-document' }] : [];
}

/** Whether a payer carries this customer's reference, under any key of the provider. */
function isOfCustomer(payer: Payer, references: ReadonlySet<string>): boolean {
  return payer.reference !== null && references.has(payer.reference);
}

function isOfAnotherCustomer(payer: Payer, references: ReadonlySet<string>): boolean {
  if (payer.reference === null || isOfCustomer(payer, references)) return false;
  return parseReference(payer.reference) !== null;
}

/** Payers that may stand for this customer, each once: by a reference of ours first, then by document. */
function eligiblePayers(facts: SendFacts) {
  const keys = ownKeys(facts.providerKey, facts.aliases);
  const references = new Set(keys.map((key) => payerReference(key, facts.customer.id)));
  const byReference = facts.payersByReference.filter((payer) => isOfCustomer(payer, references));
  const taken = new Set(byReference.map((payer) => payer.id));
  const document = normaliseDocument(facts.customer.document);
  const byDocument = facts.payersByDocument.filter(
    (payer) =>
      !taken.has(payer.id) &&
      normaliseDocument(payer.document) === document &&
      !isOfAnotherCustomer(payer, references),
  );
  return { byReference, byDocument };
}

/**
 * Whether a charge of this invoice is this customer's: its payer may stand for the customer, or has the
 * customer's document and number under a key that is not known here, as after linking such a charge.
 */
export function isOwnPayer(facts: SendFacts, payerId: string): boolean {
  const { byReference, byDocument } = eligiblePayers(facts);
  const document = normaliseDocument(facts.customer.document);
  // A reference alone may be another provider's customer of that number: the document has to agree.
  const proven = byReference.filter((payer) => normaliseDocument(payer.document) === document);
  if ([...proven, ...byDocument].some(({ id }) => id === payerId)) return true;
  return facts.payersByDocument.some((payer) => {
    if (payer.id !== payerId || payer.reference === null) return false;
    const reference = parseReference(payer.reference);
    const isSameNumber = reference?.kind === 'payer' && reference.customerId === facts.customer.id;
    return isSameNumber && normaliseDocument(payer.document) === document;
  });
}

function lowestId(payers: readonly Payer[]): Payer | undefined {
  return [...payers].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

function ambiguous(payers: readonly Payer[]): BlockReason {
  const ids = payers.map((payer) => payer.id);
  return { code: 'payer-ambiguous', params: { count: String(ids.length), payers: ids.join(', ') } };
}

const known = (payer: Payer) => ok({ kind: 'known' as const, payer });

/**
 * Who is charged: the payer with our reference, or else the one with the customer's document, or else a new
 * one. One of another name is a person's to choose. A payer that carries another customer's reference is
 * never reused.
 */
export function choosePayer(facts: SendFacts, providerKey: string): Result<PayerPlan, BlockReason> {
  const { customer, choices, rules } = facts;
  const eligible = eligiblePayers(facts);
  const byReference = eligible.byReference.filter((payer) => !payer.deleted);
  const byDocument = eligible.byDocument.filter((payer) => !payer.deleted);
  const all = [...byReference, ...byDocument];

  if (choices.payerId !== undefined) {
    const chosen = all.find((payer) => payer.id === choices.payerId);
    return chosen ? known(chosen) : fail(ambiguous(all));
  }

  const document = normaliseDocument(customer.document);
  const ours = lowestId(
    byReference.filter((payer) => normaliseDocument(payer.document) === document),
  );
  if (ours) return named(ours, customer.name);
  // Our reference on somebody else's document: the customer's document was changed on one side.
  if (byReference.length > 0) return fail(ambiguous(all));

  const [first, ...others] = byDocument;
  if (first === undefined) {
    const notificationDisabled = rules.notifier !== 'asaas';
    const reference = payerReference(providerKey, customer.id);
    return ok({ kind: 'create', reference, notificationDisabled });
  }
  if (others.length > 0) return fail(ambiguous(byDocument));
  return named(first, customer.name);
}

/**
 * One document and two names: married since, an abbreviation, or somebody else's CPF in the record. That is
 * not for a program to tell, so a person chooses.
 */
function named(payer: Payer, name: string): Result<PayerPlan, BlockReason> {
  if (sameName(payer.name, name)) return known(payer);
  return fail({ code: 'payer-name-differs', params: { payers: payer.id } });
}
