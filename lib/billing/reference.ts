import { documentKind, normaliseDocument } from './document.ts';

/** What an `externalReference` of ours names. */
export type Reference =
  | {
      readonly kind: 'charge';
      readonly providerKey: string;
      readonly invoiceId: string;
      /** 1 for the first charge of an invoice; 2 and up after a refund or a reassigned payment. */
      readonly generation: number;
    }
  | { readonly kind: 'payer'; readonly providerKey: string; readonly customerId: string };

const KEY = '[a-z0-9.-]{1,40}';
const ID = String.raw`[1-9]\d{0,14}`;
/** What stands for a provider in references: nothing in it may need escaping. */
export const PROVIDER_KEY = new RegExp(`^${KEY}$`);
const IXC_ID = new RegExp(`^${ID}$`);
const REFERENCE = new RegExp(String.raw`^ixc:(${KEY}):(c:)?(${ID})(?::([2-9]|[1-9]\d))?$`);

/** Whether a text can stand for a provider in references. */
export function isProviderKey(text: string): boolean {
  return PROVIDER_KEY.test(text);
}

/** The key of the provider with this CNPJ (or CPF): its characters in lower case; null when invalid. */
export function providerKeyFromDocument(document: string): string | null {
  return documentKind(document) === null ? null : normaliseDocument(document).toLowerCase();
}

function assertParts(providerKey: string, id: string): void {
  if (!isProviderKey(providerKey)) throw new RangeError('not a provider key');
  if (!IXC_ID.test(id)) throw new RangeError(`not an IXC id: ${id}`);
}

/**
 * `ixc:<key>:<invoice id>`, with `:<generation>` from the second on. Throws a RangeError on a malformed
 * part: a reference that cannot be read back would be a lost charge.
 */
export function chargeReference(providerKey: string, invoiceId: string, generation = 1): string {
  assertParts(providerKey, invoiceId);
  if (!Number.isInteger(generation) || generation < 1 || generation > 99) {
    throw new RangeError(`not a generation: ${generation}`);
  }
  return `ixc:${providerKey}:${invoiceId}${generation === 1 ? '' : `:${generation}`}`;
}

/** `ixc:<key>:c:<customer id>`. Throws a RangeError on a malformed part. */
export function payerReference(providerKey: string, customerId: string): string {
  assertParts(providerKey, customerId);
  return `ixc:${providerKey}:c:${customerId}`;
}

/** Reads a reference of ours back; null for everything that these functions cannot have written. */
export function parseReference(text: string): Reference | null {
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [, providerKey = '', customer, id = '', generation] = match;
  if (customer === undefined) {
    return { kind: 'charge', providerKey, invoiceId: id, generation: Number(generation ?? 1) };
  }
  return generation === undefined ? { kind: 'payer', providerKey, customerId: id } : null;
}
