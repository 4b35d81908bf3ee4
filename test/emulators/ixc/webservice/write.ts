import { civilDateTime } from '../../http/sao-paulo.ts';
import type { Table } from '../data/base.ts';
import type { Row } from '../data/row.ts';
import type { Incoming } from '../traffic/incoming.ts';
import { nextId, type World } from '../world.ts';
import { htmlError, json, refusal } from './answers.ts';

/** Columns of an invoice that an update drops without a word. */
const DROPPED = new Set(['gateway_link', 'linha_digitavel', 'id_cobranca']);

function strings(body: Incoming['body']): Row {
  const entries = Object.entries(body ?? {});
  return Object.fromEntries(
    entries.map(([name, content]) => [name, typeof content === 'string' ? content : ''] as const),
  );
}

/** `POST /table`, also `POST /table/id`: whatever the body holds becomes a new record. */
export function insert(world: World, table: Table, { body }: Incoming): Response {
  const id = nextId(table);
  const blank = Object.fromEntries([...table.columns].map((name) => [name, '']));
  table.rows.set(id, {
    ...blank,
    ...strings(body),
    id,
    ultima_atualizacao: civilDateTime(world.clock.now()),
  });
  return json({ type: 'success', message: 'Registro inserido com sucesso!', id });
}

/** `PUT /table/id`: the whole record or nothing. */
export function update(world: World, table: Table, { id, body }: Incoming): Response {
  const old = table.rows.get(id);
  if (old === undefined) return refusal('Registro não encontrado!');
  const given = strings(body);
  if ([...table.columns].some((name) => name !== 'id' && !(name in given))) return htmlError();
  const kept = Object.entries(old).filter(([name]) => DROPPED.has(name));
  table.rows.set(id, {
    ...given,
    ...Object.fromEntries(kept),
    id,
    ultima_atualizacao: civilDateTime(world.clock.now()),
  });
  return json({ type: 'success', message: 'Registro atualizado com sucesso!', id });
}

/** `DELETE /table/id`. */
export function remove(table: Table, { id }: Incoming): Response {
  if (!table.rows.delete(id)) return refusal('Registro não encontrado!');
  return json({ type: 'success', message: 'Registro deletado com sucesso!', id });
}
