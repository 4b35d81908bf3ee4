import { ordinaryPage } from '../ordinary-site.ts';
import type { Incoming } from '../traffic/incoming.ts';
import { today, type World } from '../world.ts';
import { asset } from './assets.ts';
import { gridModels } from './grid-models.ts';
import { gridReply } from './grid-reply.ts';
import { loggedOutPage, loginPage, stockLoginPage } from './login-page.ts';
import { withLookAlike } from './look-alike-tables.ts';
import { panelPage } from './page.ts';
import { recupera } from './record.ts';
import { isLoggedIn, logIn, login, OPERATOR, stockLogin } from './session.ts';

function page(world: World, html: string, headers = new Headers()): Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('x-frame-options', 'SAMEORIGIN');
  headers.set('cache-control', 'no-store');
  if (world.panel.csp !== null) headers.set('content-security-policy', world.panel.csp);
  return new Response(html, { headers });
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function isStock(world: World): boolean {
  return world.panel.generation === 'A';
}

/** Somebody opens the page, as opposed to a script that reads it without the session. */
function isVisit(headers: Headers): boolean {
  return ['document', null].includes(headers.get('sec-fetch-dest'));
}

function adm(world: World, incoming: Incoming): Response {
  const known = isLoggedIn(world, incoming);
  if (!known && !(world.autoLogin && isVisit(incoming.headers))) {
    return isStock(world) ? redirect('/login.php') : page(world, loggedOutPage());
  }
  return page(world, panelPage(world.panel, OPERATOR), known ? new Headers() : logIn(world));
}

/** `/aplicativo/<table>/action/action.php`: JSON that says it is HTML; to a stranger, the login. */
function action(world: World, incoming: Incoming): Response {
  const { table, url, id, text } = incoming;
  if (!isLoggedIn(world, incoming)) {
    return page(world, isStock(world) ? stockLoginPage() : loggedOutPage());
  }
  const base = withLookAlike(world.base, table);
  const model = gridModels(world.panel).get(table);
  const asked = url.searchParams.get('action');
  if (asked === 'recupera') return recupera({ ...world, base }, table, id);
  if (asked === 'grid' && model !== undefined) {
    const { generation } = world.panel;
    return Response.json(
      gridReply(base, model, new URLSearchParams(text), today(world), generation),
      { headers: { 'content-type': 'text/html; charset=utf-8' } },
    );
  }
  return Response.json({ type: 'error', message: 'Ação não disponível no emulador.' });
}

/** What only panels of one generation have; undefined for any other path. */
function ofItsGeneration(
  world: World,
  incoming: Incoming,
): Promise<Response> | Response | undefined {
  const { pathname } = incoming.url;
  if (isStock(world)) {
    if (pathname !== '/login.php') return undefined;
    if (incoming.method !== 'POST') return page(world, stockLoginPage());
    return stockLogin(world, incoming) ?? page(world, stockLoginPage('Informe e-mail e senha'));
  }
  if (pathname === '/app/login') return page(world, loginPage());
  return pathname === '/api-module/auth/login' ? login(world, incoming) : undefined;
}

/** Answers everything that is not the webservice. */
export async function servePanel(world: World, incoming: Incoming): Promise<Response> {
  const { pathname } = incoming.url;
  if (pathname === '/adm.php') return adm(world, incoming);
  if (pathname === '/nao-ixc') return ordinaryPage();
  if (pathname.startsWith('/aplicativo/')) return action(world, incoming);
  if (pathname === '/') return redirect('/adm.php');
  const own = await ofItsGeneration(world, incoming);
  if (own !== undefined) return own;
  const file = pathname.startsWith('/assets/') ? await asset(pathname.slice(8)) : null;
  return file ?? new Response('Not Found', { status: 404 });
}
