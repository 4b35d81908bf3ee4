import { serverPage } from './answers.ts';

/**
 * Judges the Authorization header: null when it carries the token, else the refusal. The server knows
 * only Basic; a wrong token gets the web server's page, no JSON.
 */
export function refuseAccess(header: string | null, token: string): Response | null {
  if (header === null) return serverPage(401, 'Authorization Required');
  const [scheme = '', credentials = ''] = header.split(' ');
  if (scheme.toLowerCase() !== 'basic') return serverPage(400, 'Bad Request');
  const given = Buffer.from(credentials, 'base64').toString('utf8');
  return given === token ? null : serverPage(401, 'Authorization Required');
}
