import { hasCookie } from './panel/session.ts';
import { servePanel } from './panel/serve.ts';
import { readIncoming } from './traffic/incoming.ts';
import { strike } from './traffic/strike.ts';
import { serveWebservice } from './webservice/serve.ts';
import type { World } from './world.ts';

/**
 * One request from arrival to answer: logged, struck by faults, carried out.
 *
 * @throws DroppedConnection where a fault breaks the connection.
 */
export async function serve(world: World, request: Request): Promise<Response> {
  const incoming = await readIncoming(request);
  const { area, intent, method, url, headers, table, body } = incoming;
  const entry = world.log.open({
    area,
    intent,
    method,
    table,
    path: url.pathname,
    // The panel's login is nobody's business, not even the log's.
    body: url.pathname.includes('login') ? null : body,
    time: world.clock.now(),
    host: headers.get('host') ?? url.host,
    origin: headers.get('origin'),
    withCookie: hasCookie(headers),
  });
  const struck = world.faults.draw({ area, table, method });
  entry.faults = struck.map(({ id }) => id);
  const carryOut = async () =>
    area === 'webservice' ? serveWebservice(world, incoming) : servePanel(world, incoming);
  const answer = struck.reduceRight<() => Promise<Response>>(
    (next, { fault }) =>
      () =>
        strike(fault, next),
    carryOut,
  );
  const response = await answer();
  entry.status = response.status;
  return response;
}
