import { addDays } from '../../http/sao-paulo.ts';
import { CUSTOMER_TEMPLATE } from './customer-record.ts';
import { fakeCnpj, fakeCpf, maskDocument } from './documents.ts';
import { KNOWN_CUSTOMERS, PECULIAR_NAMES } from './known/customers.ts';
import { companyName, mailbox, personName } from './names.ts';
import type { Row } from './row.ts';

/** Customers below this id are `KNOWN` ones: they get no peculiarity but their own. */
const FIRST_ORDINARY = 31;

const STREETS = ['Rua das Amostras', 'Rua do Modelo', 'Avenida Exemplo', 'Travessa Imaginária'];

function oneIn(n: number, rest: number, number: number): boolean {
  return number >= FIRST_ORDINARY && number % n === rest;
}

const COMPANIES: readonly string[] = [
  KNOWN_CUSTOMERS.company,
  KNOWN_CUSTOMERS.alphanumericCompany,
  KNOWN_CUSTOMERS.unmaskedCompany,
];

/** Stored as it was typed, without the mask. */
const UNMASKED: readonly string[] = [
  KNOWN_CUSTOMERS.unmaskedDocument,
  KNOWN_CUSTOMERS.unmaskedCompany,
];

function isCompany(id: string): boolean {
  return COMPANIES.includes(id) || oneIn(12, 5, Number(id));
}

function validDocument(id: string): string {
  if (id === KNOWN_CUSTOMERS.alphanumericCompany) return fakeCnpj('EXEMPLO0');
  const number = Number(id === KNOWN_CUSTOMERS.otherTwin ? KNOWN_CUSTOMERS.twin : id);
  return isCompany(id) ? fakeCnpj(99_000_000 + number) : fakeCpf(1_000 + number);
}

function documentOf(id: string): string {
  const number = Number(id);
  if (id === KNOWN_CUSTOMERS.withoutDocument || oneIn(40, 1, number)) return '';
  if (id === KNOWN_CUSTOMERS.invalidDocument || (!isCompany(id) && oneIn(50, 3, number)))
    return '000.001.004-00';
  const document = validDocument(id);
  const unmasked = UNMASKED.includes(id) || (!isCompany(id) && oneIn(15, 7, number));
  return unmasked ? document : maskDocument(document);
}

/** The filial of a customer: one in four belongs to the second. */
export function filialOf(id: string): string {
  return id === KNOWN_CUSTOMERS.company || oneIn(4, 0, Number(id)) ? '2' : '1';
}

function customer(id: string, today: string): Row {
  const number = Number(id);
  const company = isCompany(id);
  const name = PECULIAR_NAMES[id] ?? (company ? companyName(number) : personName(number));
  const unreachable = id === KNOWN_CUSTOMERS.withoutContact;
  const withoutEmail = unreachable || id === KNOWN_CUSTOMERS.withoutEmail || oneIn(20, 9, number);
  const email = withoutEmail ? '' : `${mailbox(name)}@cliente.example`;
  const filial = filialOf(id);
  const line = String(number).padStart(4, '0');
  const mobile = unreachable ? '' : `(49) 90000-${line}`;
  return {
    ...CUSTOMER_TEMPLATE,
    id,
    razao: name,
    fantasia: company ? name.replace(/ LTDA$/, '') : '',
    cnpj_cpf: documentOf(id),
    tipo_pessoa: company ? 'J' : 'F',
    ativo: id === KNOWN_CUSTOMERS.inactive || oneIn(25, 13, number) ? 'N' : 'S',
    filial_id: filial,
    email,
    hotsite_email: email,
    fone: unreachable || number % 3 === 0 ? '' : `(49) 3000-${line}`,
    telefone_celular: mobile,
    whatsapp: mobile,
    endereco: STREETS[number % STREETS.length] ?? '',
    numero: String(10 + number),
    bairro: filial === '1' ? 'Centro' : 'Bairro da Serra',
    cep: '89801-000',
    cidade: filial,
    uf: '24',
    data_cadastro: addDays(today, -700 + number),
    data_nascimento: company ? '0000-00-00' : `${String(1950 + (number % 50))}-01-15`,
    ultima_atualizacao: `${addDays(today, -(number % 60) - 1)} 10:00:00`,
  };
}

/** Three hundred `cliente` records, ids from 1. */
export function customers(today: string, count = 300): readonly Row[] {
  return Array.from({ length: count }, (_, index) => customer(String(index + 1), today));
}
