import { Hono } from 'hono';
import type { Account } from '../account/account.ts';
import { json } from '../failures.ts';
import { page } from '../page.ts';
import type { Api } from './api.ts';

/** What says how much a key may do, and whether the account has a Pix key; the emulator moves no money out. */
export const moneyOutRoutes = new Hono<Api>()
  .get('/transfers', ({ env }) => json(page([], env.query)))
  .get('/pix/addressKeys', ({ env }) => {
    const wanted = env.query.get('status');
    const keys = pixKeys(env.account).filter(({ status }) => [status, null].includes(wanted));
    return json(page(keys, env.query));
  });

function pixKeys({ ownPixKey }: Account) {
  const key = (id: string, status: string) => ({
    id: `00000000-0000-4000-8000-${id}`,
    key: `00000000-0000-4000-9000-${id}`,
    type: 'EVP',
    status,
    dateCreated: '2025-06-02 10:00:00',
    canBeDeleted: true,
    cannotBeDeletedReason: null,
    qrCode: null,
  });
  // An account without a key may have had one.
  return [...(ownPixKey ? [key('000000000101', 'ACTIVE')] : []), key('000000000100', 'DELETED')];
}
