import { afterEach, describe, expect, it, vi } from 'vitest';
import { READING_SOURCES, type ReadingSource } from '../../../../lib/billing/reading-source.ts';
import type { Result } from '../../../../lib/billing/result.ts';
import { createTypedInvoices } from '../../../../lib/engine/ixc-source/typed-invoices.ts';
import type { IxcClient } from '../../../../lib/ixc/webservice/client.types.ts';
import { textOf } from '../../../structure/project-files.ts';
import { KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { day } from '../../../fixtures/day.ts';
import { newProfile } from '../../vault/vault-kit.ts';
import { newProvider, ORIGIN } from './provider.ts';

const ID = KNOWN.openInvoice.id;
const many = (count: number) => Array.from({ length: count }, (_, at) => String(10_001 + at));

type Provider = ReturnType<typeof newProvider>;

interface Feature {
  readonly read: (client: IxcClient) => Promise<Result<unknown, { readonly kind: string }>>;
  /** What an operator types covers it. */
  readonly isTyped?: true;
  readonly world?: Partial<Provider['state']>;
}

const anInvoice: Feature = { read: (client) => client.invoice(ID), isTyped: true };

/** The rows of the table in docs/fontes.md. */
const FEATURES: Readonly<Record<string, Feature>> = {
  'ler um título': anInvoice,
  'ler o pagador': { read: (client) => client.customer(KNOWN_CUSTOMERS.ordinary), isTyped: true },
  'ler a filial do título': { read: (client) => client.filial('1') },
  'ler a carteira do título': { read: (client) => client.carteira('1') },
  'ler os títulos da tela': { read: (client) => client.invoices(many(60)) },
  'ler uma página com mais de 60 títulos': { read: (client) => client.invoices(many(61)) },
  'saber qual título este renegociou': { read: (client) => client.closedByRenegotiation('900') },
  'saber o que mudou no IXC desde a última leitura': {
    read: (client) => client.changedInvoices('2026-11-10 12:00:00'),
  },
  'procurar um cliente por CPF, CNPJ ou nome': {
    read: (client) => client.findCustomers({ name: 'Alfanum' }),
  },
  'procurar um cliente por telefone': {
    read: (client) => client.findCustomers({ phone: '49999840001' }),
  },
  'listar os títulos em aberto de um cliente': {
    read: (client) => client.openInvoicesOf([KNOWN_CUSTOMERS.ordinary]),
  },
  'listar todos os títulos em aberto': { read: (client) => client.openInvoices('1') },
  'listar as carteiras': { read: (client) => client.carteiras() },
  'listar as contas de recebimento': { read: (client) => client.accounts() },
  'listar as filiais': { read: (client) => client.filiais() },
  'contar os títulos (teste do token)': { read: (client) => client.countInvoices() },
  'painel com certificado aceito só numa aba': { ...anInvoice, world: { directFails: true } },
  'painel fechado, sem nenhuma aba': { ...anInvoice, world: { hasTab: false } },
  'sem token do webservice': { ...anInvoice, world: { token: null } },
};

/** Recurso → fonte → o que a célula diz. */
const table = new Map(
  textOf('docs/fontes.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7)
    .slice(2)
    .map(([, name = '', ...cells]): [string, Record<ReadingSource, string>] => {
      const [direct = '', document = '', session = '', hand = ''] = cells;
      return [name, { direct, document, session, hand }];
    }),
);

/** What the code does: `sim`, `não` or `digitado`. */
async function tried({ read, isTyped, world }: Feature, override: ReadingSource): Promise<string> {
  const provider = newProvider();
  Object.assign(provider.state, { override, ...world });
  const opened = await provider.sources().ixc(ORIGIN);
  if (!opened.ok) return 'não';
  if (opened.value.source === 'hand') return isTyped ? typedInvoice() : 'não';
  const answer = await read(opened.value.client);
  return answer.ok && answer.value !== null ? 'sim' : 'não';
}

async function typedInvoice(): Promise<string> {
  const typed = createTypedInvoices((await newProfile()).worker(), () => 1_800_000_000_000);
  await typed.write(ORIGIN, ID, {
    open: 9990,
    dueDate: day('2026-11-15'),
    customerId: '77',
    name: 'Cliente Exemplo',
    document: '000.000.001-91',
    email: null,
    mobilePhone: null,
  });
  const read = await typed.read(ORIGIN, ID);
  return read.ok && read.value !== null ? 'digitado' : 'não';
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the table feature × source of docs/fontes.md', () => {
  it('has the features that are tried here, and no other', () => {
    expect([...table.keys()]).toEqual(Object.keys(FEATURES));
  });

  it.each([...table].flatMap(([name, cells]) => READING_SOURCES.map((s) => [name, s, cells[s]])))(
    '%s, %s: %s',
    async (name, source, cell) => {
      const feature = FEATURES[name];
      if (!feature) throw new Error(`nothing tries "${name}"`);
      expect(cell.split(/[:,] /)[0]).toBe(await tried(feature, source as ReadingSource));
    },
  );

  it('says what is missing wherever it says no', () => {
    const bare = [...table].filter(([, cells]) =>
      Object.values(cells).some((cell) => cell.startsWith('não') && !/^não: .{8,}/.test(cell)),
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});
