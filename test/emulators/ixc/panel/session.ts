import type { Incoming } from '../traffic/incoming.ts';
import type { World } from '../world.ts';
import { IXC_VERSION } from './page.ts';

/** The operator whom every session of the panel belongs to. */
export const OPERATOR = { id: '2', name: 'Operadora Exemplo' } as const;

const COOKIE = 'IXC_Session';

/** Whether a request carries the panel's cookie at all. */
export function hasCookie(headers: Headers): boolean {
  return headers.get('cookie')?.includes(`${COOKIE}=`) ?? false;
}

export function isLoggedIn(world: World, { headers }: Incoming): boolean {
  const [, session] = /IXC_Session=([\w-]+)/.exec(headers.get('cookie') ?? '') ?? [];
  return session !== undefined && world.sessions.has(session);
}

/** Opens a session; the headers that give it to the browser. Only generation B tells its version. */
export function logIn(world: World): Headers {
  const session = crypto.randomUUID();
  world.sessions.add(session);
  const headers = new Headers();
  headers.append('set-cookie', `${COOKIE}=${session}; Path=/; HttpOnly`);
  if (world.panel.generation === 'B') {
    headers.append('set-cookie', `IXC_VERSAO=${IXC_VERSION}; Path=/`);
  }
  return headers;
}

/** `POST /api-module/auth/login`: the e-mail first, then e-mail and password; any pair gets in. */
export async function login(world: World, incoming: Incoming): Promise<Response> {
  const form = await new Response(incoming.text, {
    headers: { 'content-type': incoming.headers.get('content-type') ?? '' },
  }).formData();
  if (!form.get('email')) return Response.json({ status: 'error', messages: ['Informe o e-mail'] });
  const password = form.get('password');
  if (password === null) {
    return Response.json({ status: 'success', messages: [], data: { type: 'password' } });
  }
  if (password === '') return Response.json({ status: 'error', messages: ['Informe a senha'] });
  return Response.json(
    { status: 'success', messages: [], goto: { local: '/adm.php' }, data: { type: 'logged' } },
    { headers: logIn(world) },
  );
}

/** `POST /login.php` of generation A: any pair gets in; null where a field is empty. */
export function stockLogin(world: World, { text }: Incoming): Response | null {
  const form = new URLSearchParams(text);
  if (!form.get('email') || !form.get('senha')) return null;
  const headers = logIn(world);
  headers.set('location', '/adm.php');
  return new Response(null, { status: 302, headers });
}
