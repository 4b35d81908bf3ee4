import { documentKind, formatDocument, normaliseDocument } from '../document.ts';

/** Who asks for the money, as a collection message must say it. Each empty when not known. */
export interface ProviderIdentity {
  readonly name: string;
  /** CNPJ or CPF, punctuated or not. */
  readonly document: string;
  readonly address: string;
}

/** What a collection message lacks of it. */
export type IdentityPart = keyof ProviderIdentity;

/** What of a provider's identity is missing or cannot be right. */
export function missingIdentity(provider: ProviderIdentity): readonly IdentityPart[] {
  return [
    ...(provider.name.trim() === '' ? (['name'] as const) : []),
    ...(documentKind(provider.document) === null ? (['document'] as const) : []),
    ...(provider.address.trim() === '' ? (['address'] as const) : []),
  ];
}

/**
 * What a text does not say of the provider, however it is written: spaces, line breaks and case do not
 * count, nor does the punctuation of the document.
 */
export function unsaidIdentity(text: string, provider: ProviderIdentity): readonly IdentityPart[] {
  const missing = missingIdentity(provider);
  const said = plain(text);
  const unsaid = (['name', 'address'] as const).filter(
    (part) => !said.includes(plain(provider[part])),
  );
  const digits = normaliseDocument(provider.document);
  const isDocumentSaid = [formatDocument(digits), digits].some((form) => text.includes(form));
  return (['name', 'document', 'address'] as const).filter(
    (part) =>
      missing.includes(part) ||
      (part === 'document' ? !isDocumentSaid : unsaid.some((each) => each === part)),
  );
}

/** The text, with who the creditor is below it where it does not say so itself. */
export function withIdentity(text: string, provider: ProviderIdentity): string {
  if (unsaidIdentity(text, provider).length === 0) return text;
  const { name, document, address } = provider;
  const kind = documentKind(document) === 'cpf' ? 'CPF' : 'CNPJ';
  return `${text}\n\n${name.trim()} · ${kind} ${formatDocument(document)}\n${address.trim()}`;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('pt-BR');
}
