import { fail, ok, type Result } from '../../billing/result.ts';
import type { PanelAsk, SessionTable } from '../../messages/panel.ts';
import { z } from '../../schema.ts';
import type { IxcClient, IxcFailure, IxcResult } from '../webservice/client.types.ts';
import { customerRecord } from '../webservice/customer-record.ts';
import { invoiceRecord } from '../webservice/invoice-record.ts';
import { carteiraRecord, filialRecord } from '../webservice/small-records.ts';
import { isId } from '../webservice/values.ts';
import { plainRecord } from './plain-record.ts';

/** One request per invoice, so a screenful at most; the caller asks again for the rest. */
export const MOST_INVOICES = 60;
const AT_A_TIME = 4;

/** No base has as many records of anything: whatever is answered to it is answered to every id. */
const NO_RECORD = '999999999999999';

/** Asks the content script of one open tab of the panel. Never rejects. */
export type AskPanel = (
  ask: PanelAsk,
) => Promise<Result<unknown, { readonly kind: 'no-tab' | 'timeout' }>>;

/** `PanelRecord` as it comes from a page that is not ours. */
const reply = z.strictObject({
  record: z.record(z.string().max(64), z.string().max(2000)).nullable(),
  why: z.enum(['logged-out', 'not-found', 'unreadable', 'unreachable']).nullable(),
});

const UNSUPPORTED = () => Promise.resolve(fail({ kind: 'unsupported' } as const));

/**
 * Reads single records under the operator's own session, without any token. It has no lists: what needs
 * one is `unsupported`. Every record proves itself first (`plainRecord`). Never throws.
 */
export function createSessionClient(ask: AskPanel): IxcClient {
  async function read<T extends { readonly id: string }>(
    table: SessionTable,
    schema: z.ZodType<T>,
    id: string,
  ): IxcResult<T | null> {
    if (!isId(id)) return ok(null);
    const answer = await ask({ ask: 'record', table, id });
    if (!answer.ok) return answer;
    const parsed = reply.safeParse(answer.value);
    if (!parsed.success) return unusable(table);
    const { record, why } = parsed.data;
    if (record === null) return absent(table, why);
    if (!Object.hasOwn(record, 'id')) {
      const heeded = await heedsIds(table);
      if (!heeded.ok) return heeded;
    }
    const plain = plainRecord(table, id, record);
    if (!plain.ok) return unusable(`${table}.${plain.error.column}`);
    const projected = schema.safeParse(plain.value);
    return projected.success
      ? ok(projected.data)
      : unusable(`${table}.${projected.error.issues[0]?.path.join('.') ?? ''}`);
  }

  const heeding = new Map<SessionTable, IxcResult<null>>();

  /**
   * Records that do not name themselves are told apart by nothing but the request. So the panel is asked,
   * once per table, for a record that cannot be there: one that comes all the same could be any other.
   */
  function heedsIds(table: SessionTable): IxcResult<null> {
    const known = heeding.get(table) ?? refusesUnknown(table);
    heeding.set(table, known);
    return known;
  }

  async function refusesUnknown(table: SessionTable): IxcResult<null> {
    const answer = await ask({ ask: 'record', table, id: NO_RECORD });
    if (!answer.ok) return answer;
    const parsed = reply.safeParse(answer.value);
    if (!parsed.success || parsed.data.record !== null) return unusable(`${table}.id`);
    const refused = absent(table, parsed.data.why);
    // An error in place of the record is an answer as well: it was not the record.
    return refused.ok || refused.error.kind === 'session-unusable' ? ok(null) : refused;
  }

  const invoice = (id: string) => read('fn_areceber', invoiceRecord, id);

  return {
    invoice,
    invoices: async (ids) => {
      const wanted = [...new Set(ids)].filter(isId);
      if (wanted.length > MOST_INVOICES) return UNSUPPORTED();
      return eachOf(wanted, invoice);
    },
    customer: (id) => read('cliente', customerRecord, id),
    carteira: (id) => read('fn_carteira_cobranca', carteiraRecord, id),
    changedInvoices: UNSUPPORTED,
    filial: (id) => read('filial', filialRecord, id),
    closedByRenegotiation: UNSUPPORTED,
    findCustomers: UNSUPPORTED,
    openInvoicesOf: UNSUPPORTED,
    openInvoices: UNSUPPORTED,
    customers: UNSUPPORTED,
    carteiras: UNSUPPORTED,
    accounts: UNSUPPORTED,
    filiais: UNSUPPORTED,
    countInvoices: UNSUPPORTED,
  };
}

/** A few at a time, so that the panel stays quick for its operator; the first failure ends it. */
async function eachOf<T>(
  ids: readonly string[],
  read: (id: string) => IxcResult<T | null>,
): IxcResult<readonly T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const answers = await Promise.all(ids.slice(start, start + AT_A_TIME).map(read));
    for (const answer of answers) {
      if (!answer.ok) return answer;
      if (answer.value !== null) found.push(answer.value);
    }
  }
  return ok(found);
}

function absent(table: SessionTable, why: z.infer<typeof reply>['why']): Result<null, IxcFailure> {
  switch (why) {
    case 'not-found':
      return ok(null);
    case 'logged-out':
      return fail({ kind: 'logged-out' });
    case 'unreachable':
      return fail({ kind: 'network' });
    case 'unreadable':
    case null:
      return unusable(table);
  }
}

/** `where` names a table or a column, never a value. */
function unusable(where: string): Result<never, IxcFailure> {
  return fail({ kind: 'session-unusable', detail: where });
}
