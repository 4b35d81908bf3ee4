import { isAction, type Incoming } from '../traffic/incoming.ts';
import type { World } from '../world.ts';
import { act } from './actions.ts';
import { refusal, serverPage, unknownResource } from './answers.ts';
import { refuseAccess } from './authenticate.ts';
import { list } from './list.ts';
import { insert, remove, update } from './write.ts';

/** Answers a request to `/webservice/<version>/<table or action>[/<id>]`. */
export function serveWebservice(world: World, incoming: Incoming): Response {
  const { method, url, headers, table: name } = incoming;
  if (method === 'OPTIONS') return serverPage(405, 'Not Allowed');
  const refused = refuseAccess(headers.get('authorization'), world.token);
  if (refused !== null) return refused;
  const version = url.pathname.split('/')[2] ?? '';
  if (version !== 'v1') return refusal(`Versão ${version} do webservice não está disponível!`);
  if (isAction(name)) return act(world, name, incoming);
  const table = world.base.get(name);
  if (table === undefined) return unknownResource(name);
  switch (incoming.intent) {
    case 'list':
      return list(table, incoming.body ?? {});
    case 'insert':
      return insert(world, table, incoming);
    case 'update':
      return update(world, table, incoming);
    case 'delete':
      return remove(table, incoming);
    default:
      return serverPage(404, 'Not Found');
  }
}
