import { createCertificate } from '../../emulators/http/certificate.ts';
import { listen, type Listening } from '../../emulators/http/listen.ts';
import { STRANGER_HOST } from './routes.ts';

/** Serves an empty page of another web site, on which tests play the attacker. */
export async function startStrangerSite(): Promise<Listening> {
  return listen({
    certificate: await createCertificate([STRANGER_HOST]),
    fetch: () =>
      new Response('<!doctype html><title>Outro site</title><body></body>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      }),
  });
}
