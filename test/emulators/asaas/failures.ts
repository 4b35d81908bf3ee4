/** A refusal with Asaas's body `{errors: [{code, description}]}`. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, description: string, status = 400) {
    super(description);
    this.code = code;
    this.status = status;
  }
}

/** A refusal without any body, as Asaas answers an id that it does not know. */
export class NotFound extends Error {}

/** The answer that a thrown refusal stands for; anything else is a defect of the emulator. */
export function answerTo(error: unknown): Response {
  if (error instanceof ApiFailure) {
    const errors = [{ code: error.code, description: error.message }];
    return json({ errors }, error.status);
  }
  if (error instanceof NotFound) return empty(404);
  throw error;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8' },
  });
}

export function empty(status: number): Response {
  return new Response(null, { status, headers: { 'content-length': '0' } });
}

export function html(status: number, title: string): Response {
  return new Response(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
    { status, headers: { 'content-type': 'text/html;charset=utf-8' } },
  );
}
