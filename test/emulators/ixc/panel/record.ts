import { joinedValue } from '../data/joins.ts';
import { value } from '../data/row.ts';
import type { SessionReading } from '../options.ts';
import type { World } from '../world.ts';
import { brazilianDate } from './brazilian-date.ts';

const LABELS: Readonly<Record<string, string>> = { id_cliente: 'cliente.razao' };

/** What a panel whose forms lack columns leaves out: each of them is one that charging cannot do without. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  fn_areceber: ['valor_aberto', 'liberado', 'gateway_link'],
  cliente: ['cnpj_cpf'],
  fn_carteira_cobranca: ['gateway_nome'],
  filial: ['cnpj'],
};

function lackingOf(reads: SessionReading['reads'], name: string): readonly string[] {
  if (reads === 'without-id') return ['id'];
  return reads === 'ok' ? [] : (LACKING[name] ?? []);
}

/** A stored value as a form's field shows it: `10/03/2026 08:15:00`, `99,90`. */
function shown(stored: string): string {
  const [, date, time = ''] = /^(\d{4}-\d{2}-\d{2})( \d{2}:\d{2}:\d{2})?$/.exec(stored) ?? [];
  if (date !== undefined) return date === '0000-00-00' ? '' : brazilianDate(date) + time;
  return /^-?\d+\.\d{2}$/.test(stored) ? stored.replace('.', ',') : stored;
}

/** JSON that says it is HTML, as every answer of `action.php`. */
function answer(body: unknown): Response {
  return Response.json(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/**
 * The reply to `action=recupera`: the whole record as `[{campo, valor}]`, secrets included; an empty list
 * for an id that the table does not know.
 */
export function recupera(world: World, name: string, id: string): Response {
  const { reads, values } = world.session;
  if (reads === 'off') {
    return answer({ type: 'error', message: 'Você não tem permissão para esta ação!<br />' });
  }
  const row = world.base.get(name)?.rows.get(id);
  if (row === undefined) return answer([]);
  const lacking = lackingOf(reads, name);
  const fields: { campo: string; valor: string }[] = [];
  for (const column of Object.keys(row).filter((one) => !lacking.includes(one))) {
    const stored = value(row, column);
    fields.push({ campo: column, valor: values === 'iso' ? stored : shown(stored) });
    const label = LABELS[column];
    if (label === undefined) continue;
    fields.push({ campo: `${column}_label`, valor: joinedValue(world.base, name, row, label) });
  }
  return answer(fields);
}
