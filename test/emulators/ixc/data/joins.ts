import type { Base } from './base.ts';
import { value, type Row } from './row.ts';

/** By which column of its own a record points at another table. */
const FOREIGN_KEYS: Readonly<Record<string, readonly string[]>> = {
  cliente: ['id_cliente'],
  fn_carteira_cobranca: ['id_carteira_cobranca'],
  filial: ['filial_id', 'id_filial'],
  fn_areceber: ['id_receber'],
  cliente_contrato: ['id_contrato'],
};

/**
 * What a panel grid shows in the column `table.column` for a record: its own value, or the one of the
 * record it points at, at any distance (`cliente.razao` of a receipt, through its invoice).
 */
export function joinedValue(base: Base, own: string, row: Row, field: string): string {
  const [wanted = '', column = ''] = field.split('.');
  if (wanted === own || base.get(own)?.prefix === wanted) return value(row, column);
  const direct = pointed(base, row, wanted);
  if (direct !== undefined) return value(direct, column);
  const invoice = pointed(base, row, 'fn_areceber');
  return invoice === undefined ? '' : joinedValue(base, 'fn_areceber', invoice, field);
}

function pointed(base: Base, row: Row, wanted: string): Row | undefined {
  for (const key of FOREIGN_KEYS[wanted] ?? []) {
    const target = base.get(wanted)?.rows.get(value(row, key));
    if (target !== undefined) return target;
  }
  return undefined;
}
