/** A browser with the extension in it, whichever it is. */
export interface ExtensionPages {
  extensionPage(file: string): Promise<ExtensionPage>;
}

interface ExtensionPage {
  evaluate(run: (request: object) => Promise<unknown>, request: object): Promise<unknown>;
  close(): Promise<void>;
}

/** Asks the worker what the options page asks it, without the page's own words and buttons. */
export async function askWorker(session: ExtensionPages, request: object): Promise<unknown> {
  const options = await session.extensionPage('options.html');
  const answer = await options.evaluate((asked) => {
    interface Runtime {
      readonly runtime: { sendMessage(request: unknown): Promise<unknown> };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
    return (browser ?? chrome).runtime.sendMessage(asked);
  }, request);
  await options.close();
  return answer;
}
