import { reaisOf } from '../../../lib/billing/money.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import { whyText } from './adoption-text.ts';
import { groupOf } from './view.ts';

const COLUMNS = [
  'cobranca',
  'titulos',
  'cliente_ixc',
  'pagador_asaas',
  'valor',
  'vencimento',
  'situacao',
  'motivo',
  'conta',
] as const;

/** What a spreadsheet would take for a formula is text; what it would take for an end is not. */
function cell(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** The list by ids alone, as Brazilian spreadsheets read it: semicolons, commas in amounts, a mark of UTF-8. */
export function adoptionCsv(rows: readonly AdoptionRow[]): string {
  const lines = rows.map((row) => [
    row.id,
    row.invoiceIds.join(' '),
    row.customerId ?? '',
    row.payerId,
    reaisOf(row.value).toFixed(2).replace('.', ','),
    row.dueDate,
    groupOf(row),
    whyText(row),
    row.accountId,
  ]);
  return `\ufeff${[COLUMNS, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
