type Command = (...args: never[]) => unknown;

/** The commands of a control, as another process gives them. */
export type Remote<Control> = {
  readonly [Name in keyof Control]: Control[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

/**
 * The handler of a control port: `POST /<command>` with a JSON array of arguments answers
 * `{result}`, or 400 `{error}`.
 */
export function controlHandler(control: object): (request: Request) => Promise<Response> {
  const commands = new Map<string, Command>(Object.entries(control));
  return async (request) => {
    const name = new URL(request.url).pathname.slice(1);
    const command = commands.get(name);
    if (command === undefined)
      return Response.json({ error: `no command ${name}` }, { status: 404 });
    try {
      const text = await request.text();
      const args: unknown = text === '' ? [] : JSON.parse(text);
      if (!Array.isArray(args)) throw new Error('arguments come as a JSON array');
      const result: unknown = await command(...(args as never[]));
      return Response.json({ result: result ?? null });
    } catch (error) {
      return Response.json({ error: String(error) }, { status: 400 });
    }
  };
}

/**
 * The control of an emulator that runs in another process.
 *
 * @param controlUrl where its control port is, as the emulator's own `controlUrl` says.
 */
export function connectControl<Control>(controlUrl: string): Remote<Control> {
  const call = async (name: string, args: readonly unknown[]) => {
    const response = await fetch(`${controlUrl}/${name}`, {
      method: 'POST',
      body: JSON.stringify(args),
    });
    const answer = (await response.json()) as { result?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.result;
  };
  return new Proxy({} as Remote<Control>, {
    get: (_, name) =>
      // A proxy that is awaited must not look like a promise.
      name === 'then' ? undefined : (...args: unknown[]) => call(String(name), args),
  });
}
