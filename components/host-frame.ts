import type { FrameClose, FrameHandshake } from '../lib/messages/panel.ts';

/** Calls back with each token that the parent window hands over; other senders are not heard. */
export function onToken(take: (token: string) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return;
    if (isHandshake(event.data)) take(event.data.token);
  });
}

function isHandshake(data: unknown): data is FrameHandshake {
  return (
    typeof data === 'object' &&
    data !== null &&
    'ixa' in data &&
    data.ixa === 'token' &&
    'token' in data &&
    typeof data.token === 'string'
  );
}

/** Asks the panel to close this frame. Says nothing else, so any parent may hear it. */
export function closeFrame(): void {
  const close: FrameClose = { ixa: 'close' };
  window.parent.postMessage(close, '*');
}
