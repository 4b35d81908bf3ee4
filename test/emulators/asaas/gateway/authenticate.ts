import type { Account, Key } from '../account/account.ts';
import { ApiFailure, empty, html, json } from '../failures.ts';
import type { Incoming } from '../incoming.ts';
import type { World } from '../world.ts';

export interface Access {
  readonly account: Account;
  readonly key: Key;
}

/** Whose key it is, enabled or not; null for an unknown one. */
export function findAccess(world: World, token: string | null): Access | null {
  for (const account of world.accounts.values()) {
    const key = account.keys.find((candidate) => candidate.key === token);
    if (key !== undefined) return { account, key };
  }
  return null;
}

/**
 * What stands before the API itself, in its order: the content network, the path, the key, the
 * environment, the key's permissions.
 *
 * @returns the refusal, or who may go on.
 */
export function authenticate(world: World, incoming: Incoming): Access | Response {
  if (incoming.method === 'GET' && incoming.announcesBody)
    return html(403, 'ERROR: The request could not be satisfied');
  if (/[[\]]/.test(incoming.rawQuery)) return html(400, 'HTTP Status 400 – Bad Request');
  if (!incoming.path.startsWith('/v3/')) return html(404, 'HTTP Status 404 – Not Found');
  const { token } = incoming;
  // Recorded: without the header, 401 has no body; the documented one has never been seen.
  if (token === null || token === '') return empty(401);
  if (!token.startsWith('$aact_'))
    return unauthorized(
      'invalid_access_token_format',
      'O valor fornecido não parece ser uma chave de API válida do Asaas. Verifique o formato da sua chave',
    );
  const access = findAccess(world, token);
  const environment = access?.account.environment ?? environmentOf(token);
  if (incoming.environment !== null && environment !== null && incoming.environment !== environment)
    return unauthorized(
      'invalid_environment',
      'A chave de API informada não pertence a este ambiente',
    );
  if (access?.key.enabled !== true)
    return unauthorized('invalid_access_token', 'A chave de API fornecida é inválida');
  return access;
}

function environmentOf(token: string): 'production' | 'sandbox' | null {
  if (token.startsWith('$aact_prod_')) return 'production';
  return token.startsWith('$aact_hmlg_') ? 'sandbox' : null;
}

function unauthorized(code: string, description: string): Response {
  return json({ errors: [{ code, description }] }, 401);
}

/** Which permission a path needs. What myAccount needs is not known, so any key may read it. */
const PERMISSIONS: readonly (readonly [prefix: string, permission: string])[] = [
  ['/v3/payments', 'PAYMENT'],
  ['/v3/sandbox/payment', 'PAYMENT'],
  ['/v3/customers', 'CUSTOMER'],
  ['/v3/notifications', 'CUSTOMER'],
  ['/v3/finance', 'FINANCE'],
  ['/v3/financialTransactions', 'FINANCE'],
  ['/v3/transfers', 'TRANSFER'],
  ['/v3/pix', 'PIX'],
];

/** @throws ApiFailure `insufficient_permission`, 403. */
export function requirePermission({ key }: Access, { method, path }: Incoming): void {
  const permission = PERMISSIONS.find(([prefix]) => path.startsWith(prefix))?.[1];
  if (key.scopes === null || permission === undefined) return;
  const scope = `${permission}:${method === 'GET' ? 'READ' : 'WRITE'}`;
  if (key.scopes.includes(scope) || key.scopes.includes(`${permission}:READ_WRITE`)) return;
  throw new ApiFailure(
    'insufficient_permission',
    `A chave de API não tem as permissões necessárias para realizar esta operação. É necessário o escopo ${scope}.`,
    403,
  );
}
