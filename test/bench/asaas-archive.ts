import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_KEY, startAsaasEmulator } from '../emulators/asaas/index.ts';
import { createCertificate } from '../emulators/http/certificate.ts';
import { listen } from '../emulators/http/listen.ts';
import { createRandom } from '../emulators/http/random.ts';
import { civilDate } from '../emulators/http/sao-paulo.ts';
import { KEY } from '../fixtures/provider.ts';

const ACCOUNT = 'acc_sandbox';
const DAY = 24 * 60 * 60_000;
/** Older than what the fast lists show, and within the 13 months of the longest one. Days. */
const AGES = { from: 35, to: 390 };
/** What Asaas gives at once, at most. */
const PAGE = 100;
/** One in so many is still open. */
const OPEN_EVERY = 10;

type View = Readonly<Record<string, unknown>>;

/** One charge, with what lists filter by beside its text, so that a page is put together in no time. */
interface Listed {
  readonly status: string;
  readonly dateCreated: string;
  readonly paymentDate: string | null;
  readonly text: string;
}

/** An emulated Asaas whose one account holds so many charges, and whose lists cost it next to nothing. */
export interface Archive {
  readonly port: number;
  /** The lists that were asked for so far, as path and query, in their order. */
  readonly lists: readonly string[];
  /** Pages that those lists have, each counted once: no fewer requests could have read them. */
  readonly pages: () => number;
  /** Whether the last page of the longest list was asked for. */
  readonly isRead: () => boolean;
  readonly close: () => Promise<void>;
}

/**
 * Charges of 13 months, one in ten still open, each of an invoice of its own. Lists are answered from texts
 * that were made beforehand, each after `latencyMs`; whatever else is asked, and every other account, the
 * emulator answers.
 */
export async function startArchive(size: number, latencyMs = 0): Promise<Archive> {
  const asaas = await startAsaasEmulator({ reuseConnections: true });
  const charges = await archived(asaas, size);
  const filtered = new Map<string, readonly Listed[]>();
  const lists: string[] = [];
  let wasRead = false;

  function listOf(query: URLSearchParams): readonly Listed[] {
    const filters = [...query].filter(([name]) => name !== 'limit' && name !== 'offset');
    const key = JSON.stringify(filters);
    const known = filtered.get(key) ?? charges.filter((charge) => passes(charge, filters));
    filtered.set(key, known);
    return known;
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname, search, searchParams } = new URL(request.url);
    const isList = request.method === 'GET' && pathname === '/v3/payments';
    if (!isList || request.headers.get('access_token') !== SANDBOX_KEY)
      return asaas.handle(request);
    lists.push(pathname + search);
    if (latencyMs > 0) await sleep(latencyMs);
    const all = listOf(searchParams);
    const offset = Number(searchParams.get('offset') ?? 0);
    const limit = Number(searchParams.get('limit') ?? 10);
    const data = all.slice(offset, offset + limit);
    wasRead ||= offset + limit >= size;
    const hasMore = offset + data.length < all.length;
    const head = `"object":"list","hasMore":${hasMore},"totalCount":${all.length}`;
    const texts = data.map(({ text }) => text).join(',');
    const body = `{${head},"limit":${limit},"offset":${offset},"data":[${texts}]}`;
    return new Response(body, {
      headers: { 'content-type': 'application/json', date: new Date().toUTCString() },
    });
  }

  const certificate = await createCertificate(['api.asaas.com', 'api-sandbox.asaas.com']);
  const server = await listen({ certificate, fetch: answer });
  return {
    port: server.port,
    lists,
    pages: () =>
      [...filtered.values()].reduce(
        (sum, list) => sum + Math.max(1, Math.ceil(list.length / PAGE)),
        0,
      ),
    isRead: () => wasRead,
    close: async () => {
      await Promise.all([server.close(), asaas.close()]);
    },
  };
}

function passes(charge: Listed, filters: readonly (readonly [string, string])[]): boolean {
  return filters.every(([name, wanted]) => {
    const [field = '', bound] = name.split(/[[\]]/);
    const value = field in charge ? charge[field as keyof Listed] : undefined;
    if (value === undefined) throw new Error(`the archive has no filter ${name}`);
    if (value === null) return false;
    if (bound === 'ge') return value >= wanted;
    return bound === 'le' ? value <= wanted : value === wanted;
  });
}

/** As the emulator itself shows them: one of each kind is asked for, and the others differ in their facts. */
async function archived(
  asaas: Awaited<ReturnType<typeof startAsaasEmulator>>,
  size: number,
): Promise<readonly Listed[]> {
  const { control } = asaas;
  const payer = control.seedCustomer(ACCOUNT, { name: 'Cliente Exemplo', cpfCnpj: '52998224725' });
  const dueDate = civilDate(Date.now() + 5 * DAY);
  const seed = () =>
    control.seedCharge(ACCOUNT, { customer: payer.id, value: 9_990, dueDate, description: TEXT });
  const open = await view(asaas, seed().id);
  const { id } = seed();
  control.pay(id);
  control.credit(id);
  const paid = await view(asaas, id);

  const random = createRandom(11);
  const youngest = Date.now() - AGES.from * DAY;
  const step = ((AGES.to - AGES.from) * DAY) / size;
  return Array.from({ length: size }, (_, at) => {
    const createdAt = youngest - at * step;
    const days = { dateCreated: civilDate(createdAt), dueDate: civilDate(createdAt + 10 * DAY) };
    const paidOn = civilDate(createdAt + Math.floor(5 + random() * 15) * DAY);
    const isOpen = at % OPEN_EVERY === 0;
    const facts: View = {
      ...(isOpen ? open : { ...paid, ...paidDates(paid, paidOn) }),
      ...days,
      ...(isOpen ? { status: 'OVERDUE' } : {}),
      id: `pay_${String(size - at).padStart(16, '0')}`,
      originalDueDate: days.dueDate,
      value: 50 + Math.floor(random() * 10_000) / 100,
      invoiceNumber: String(size - at).padStart(8, '0'),
      externalReference: `ixc:${KEY}:${size - at}`,
    };
    return {
      status: String(facts['status']),
      dateCreated: days.dateCreated,
      paymentDate: isOpen ? null : paidOn,
      text: JSON.stringify(facts),
    };
  });
}

const TEXT = 'Título 123456 · vencimento 10/11/2026 · documento 98765 [k3v9]';

const PAID_DATES = ['paymentDate', 'clientPaymentDate', 'confirmedDate', 'creditDate'] as const;

function paidDates(paid: View, day: string): View {
  const known = PAID_DATES.filter((name) => typeof paid[name] === 'string');
  return Object.fromEntries(known.map((name) => [name, day]));
}

async function view(
  asaas: Awaited<ReturnType<typeof startAsaasEmulator>>,
  id: string,
): Promise<View> {
  const request = new Request(`https://api-sandbox.asaas.com/v3/payments/${id}`, {
    headers: { access_token: SANDBOX_KEY },
  });
  const answer = await asaas.handle(request);
  return (await answer.json()) as View;
}
