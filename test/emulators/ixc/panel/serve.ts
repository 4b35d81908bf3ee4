import type { Incoming } from '../traffic/incoming.ts';
import { today, type World } from '../world.ts';
import { asset } from './assets.ts';
import { gridModels } from './grid-models.ts';
import { gridReply } from './grid-reply.ts';
import { loggedOutPage, loginPage, panelPage } from './page.ts';
import { recupera } from './record.ts';
import { isLoggedIn, logIn, login, OPERATOR } from './session.ts';
import { ordinaryPage } from '../ordinary-site.ts';

function page(world: World, html: string, headers = new Headers()): Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('x-frame-options', 'SAMEORIGIN');
  headers.set('cache-control', 'no-store');
  if (world.panel.csp !== null) headers.set('content-security-policy', world.panel.csp);
  return new Response(html, { headers });
}

/** Somebody opens the page, as opposed to a script that reads it without the session. */
function isVisit(headers: Headers): boolean {
  return ['document', null].includes(headers.get('sec-fetch-dest'));
}

function adm(world: World, incoming: Incoming): Response {
  const known = isLoggedIn(world, incoming);
  if (!known && !(world.autoLogin && isVisit(incoming.headers)))
    return page(world, loggedOutPage());
  const { rowsPerPage } = world.panel;
  const html = panelPage(gridModels(world.panel).values(), OPERATOR, { rowsPerPage });
  return page(world, html, known ? new Headers() : logIn(world));
}

/** `/aplicativo/<table>/action/action.php`: JSON that says it is HTML. */
function action(world: World, incoming: Incoming): Response {
  if (!isLoggedIn(world, incoming)) return page(world, loggedOutPage());
  const { table, url, id } = incoming;
  const model = gridModels(world.panel).get(table);
  const asked = url.searchParams.get('action');
  if (asked === 'recupera') return recupera(world, table, id);
  if (asked === 'grid' && model !== undefined) {
    return Response.json(
      gridReply(world.base, model, new URLSearchParams(incoming.text), today(world)),
      { headers: { 'content-type': 'text/html; charset=utf-8' } },
    );
  }
  return Response.json({ type: 'error', message: 'Ação não disponível no emulador.' });
}

/** Answers everything that is not the webservice. */
export async function servePanel(world: World, incoming: Incoming): Promise<Response> {
  const { pathname } = incoming.url;
  if (pathname === '/adm.php') return adm(world, incoming);
  if (pathname === '/app/login') return page(world, loginPage());
  if (pathname === '/api-module/auth/login') return login(world, incoming);
  if (pathname === '/nao-ixc') return ordinaryPage();
  if (pathname.startsWith('/aplicativo/')) return action(world, incoming);
  if (pathname === '/')
    return new Response(null, { status: 302, headers: { location: '/adm.php' } });
  const file = pathname.startsWith('/assets/') ? await asset(pathname.slice(8)) : null;
  return file ?? new Response('Not Found', { status: 404 });
}
