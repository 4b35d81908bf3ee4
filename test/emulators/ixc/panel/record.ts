import { joinedValue } from '../data/joins.ts';
import { value } from '../data/row.ts';
import type { World } from '../world.ts';
import { cell } from './cell.ts';

const LABELS: Readonly<Record<string, string>> = { id_cliente: 'cliente.razao' };

function shown(stored: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(stored)) return cell('date', stored, {}, '');
  return /^-?\d+\.\d{2}$/.test(stored) ? cell('money', stored, {}, '') : stored;
}

/** The reply to `action=recupera`: the whole record as a form shows it, field by field. */
export function recupera(world: World, name: string, id: string): Response {
  const row = world.base.get(name)?.rows.get(id);
  const fields: { campo: string; valor: string }[] = [];
  for (const column of Object.keys(row ?? {})) {
    fields.push({ campo: column, valor: shown(value(row ?? {}, column)) });
    const label = LABELS[column];
    if (label === undefined || row === undefined) continue;
    fields.push({ campo: `${column}_label`, valor: joinedValue(world.base, name, row, label) });
  }
  return Response.json(fields, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
