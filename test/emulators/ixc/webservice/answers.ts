/** The headers of every answer of the webservice: a lying content type, and nothing for CORS. */
const HEADERS: Readonly<Record<string, string>> = {
  server: 'nginx',
  'content-type': 'text/x-json; charset=utf-8',
  expires: 'Mon, 26 Jul 1997 05:00:00 GMT',
  'cache-control': 'no-cache, must-revalidate',
  pragma: 'no-cache',
  'set-cookie': 'IXC_Session=0webservice0; Path=/; HttpOnly',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-xss-protection': '1; mode=block',
};

/** A body as it stands, with the webservice's headers. */
export function raw(body: string | null, status = 200): Response {
  return new Response(body, { status, headers: HEADERS });
}

/** JSON with non-ASCII characters escaped, as PHP writes it. */
export function json(body: unknown): Response {
  return raw(
    JSON.stringify(body).replaceAll(
      /[\u0080-\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** HTTP 200 and `type: error`. */
export function refusal(reason: string, key = 'message'): Response {
  return json({ type: 'error', [key]: reason });
}

export function unknownResource(name: string): Response {
  return refusal(`Recurso ${name} não está disponível!`);
}

export function ipNotAllowed(): Response {
  return refusal('Seu IP não está liberado para efetuar login!');
}

/** HTTP 200 and a piece of HTML: what IXC says when it fails inside. */
export function htmlError(): Response {
  return raw(
    '<div style="margin:40px; padding:30px; background:#FF0000; color:#FFF; text-align:center">' +
      'Ocorreu um erro ao processar. Contate o suporte IXC Soft.</div>',
  );
}

/** The web server's own page for an HTTP error. */
export function serverPage(status: number, title: string): Response {
  const heading = `${String(status)} ${title}`;
  return new Response(
    `<html>\n<head><title>${heading}</title></head>\n<body>\n<center><h1>${heading}</h1></center>\n` +
      '<hr><center>nginx</center>\n</body>\n</html>\n',
    { status, headers: { ...HEADERS, 'content-type': 'text/html' } },
  );
}

/** A list's answer; an empty one has no `registros`. */
export function listing(
  page: string,
  total: number,
  numericTotal: boolean,
  registros: readonly unknown[],
): Response {
  const counted = { page, total: numericTotal ? total : String(total) };
  return json(registros.length === 0 ? counted : { ...counted, registros });
}
