import { type CivilDate, formatDayMonthYear } from '../calendar.ts';
import { formatDocument } from '../document.ts';
import { cents, type Cents, formatBrl } from '../money.ts';
import type { Values } from './fill.ts';
import type { ProviderIdentity } from './provider-identity.ts';

/** One charge as a message tells of it. */
export interface ToldCharge {
  readonly value: Cents;
  readonly dueDate: CivilDate;
  readonly invoiceUrl: string | null;
  /** Null where there is none, or none that still pays. */
  readonly linhaDigitavel: string | null;
  readonly pix: string | null;
}

/** What each variable stands for. The first charge is the one that single values are of. */
export function messageValues(
  customerName: string,
  charges: readonly ToldCharge[],
  provider: ProviderIdentity,
): Values {
  const [first] = charges;
  const total = cents(charges.reduce((sum, { value }) => sum + value, 0));
  return {
    primeiro_nome: firstName(customerName),
    valor: first ? formatBrl(first.value) : null,
    vencimento: first ? formatDayMonthYear(first.dueDate) : null,
    link: first?.invoiceUrl ?? null,
    linha_digitavel: first?.linhaDigitavel ?? null,
    pix: first?.pix ?? null,
    total: first ? formatBrl(total) : null,
    lista: first ? charges.map(listed).join('\n') : null,
    provedor: orNull(provider.name),
    endereco: orNull(provider.address),
    cnpj: orNull(formatDocument(provider.document)),
  };
}

function listed({ value, dueDate, invoiceUrl }: ToldCharge): string {
  const line = `• ${formatBrl(value)}, vencimento ${formatDayMonthYear(dueDate)}`;
  return invoiceUrl === null ? line : `${line}: ${invoiceUrl}`;
}

/** As people are addressed: `MARIA DA SILVA` is Maria. Null when there is no name. */
export function firstName(name: string): string | null {
  const word = plainLine(name).split(' ')[0] ?? '';
  if (word === '') return null;
  const isShouted = word === word.toLocaleUpperCase('pt-BR');
  return isShouted ? word.slice(0, 1) + word.slice(1).toLocaleLowerCase('pt-BR') : word;
}

/** A value that stands inside a line must not begin another one, nor look like a variable. */
function plainLine(text: string): string {
  return text
    .replace(/[\p{C}{}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function orNull(text: string): string | null {
  const plain = plainLine(text);
  return plain === '' ? null : plain;
}
