/**
 * The worker of the extension that these tests put around the built content script. It answers by the
 * invoice's id alone, so that a test knows what every row must show. Sent to the extension as source text.
 */
export function answerThePanel(): void {
  const GROUPS = ['unsent', 'unsent', 'open', 'overdue', 'unsent', 'paid', 'queued', 'confirmed'];
  let isOneClick = false;
  const tokens = new Map<string, string>();
  const log: unknown[] = [];

  const stateOf = (id: string) => {
    const group = GROUPS[Number(id) % GROUPS.length] ?? 'unsent';
    return {
      id,
      group,
      canSend: group === 'unsent' && Number(id) % 8 !== 4,
      seenAt: Date.now() - 125_000,
    };
  };
  const reply = (message: { verb?: string; ids?: string[]; id?: string; token?: string }) => {
    log.push(message);
    switch (message.verb) {
      case 'panel/states':
        return { states: (message.ids ?? []).map(stateOf), problem: null };
      case 'panel/send':
      case 'panel/open': {
        if (message.verb === 'panel/send' && isOneClick) return { sent: true };
        const token = `${crypto.randomUUID()}-token-`.slice(0, 43).padEnd(43, 'x');
        tokens.set(token, message.id ?? '');
        return { token };
      }
      case 'test/redeem':
        return { invoice: tokens.get(message.token ?? '') ?? null };
      case 'test/log':
        return log;
      default:
        return { refused: true };
    }
  };
  Object.assign(globalThis, {
    setOneClick(to: boolean) {
      isOneClick = to;
    },
  });
  chrome.runtime.onMessage.addListener(
    (message: never, _sender: unknown, respond: (answer: unknown) => void) => {
      respond(reply(message));
    },
  );
}

/** The drawer of that extension: shows which invoice its token opens, and closes on Escape. */
export function showTheToken(): void {
  addEventListener('message', (event: MessageEvent<{ ixa?: string; token?: string }>) => {
    if (event.source !== parent || event.data.ixa !== 'token') return;
    void chrome.runtime
      .sendMessage({ verb: 'test/redeem', token: event.data.token })
      .then((answer: { invoice: string | null }) => {
        document.body.textContent = `invoice ${answer.invoice ?? 'unknown'}`;
      });
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') parent.postMessage({ ixa: 'close' }, '*');
  });
}

declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown): Promise<never>;
    readonly onMessage: {
      addListener(
        listener: (message: never, sender: unknown, respond: (answer: unknown) => void) => void,
      ): void;
    };
  };
};
