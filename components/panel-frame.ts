import { browser } from 'wxt/browser';
import type { FrameLine, FramePort, LineState, LineSurroundings } from './frame-line.ts';
import { closeFrame, onToken } from './host-frame.ts';

/**
 * The line of a page that the panel frames, over the port of this name: it begins with the token that the
 * panel hands over. Null where nothing frames it: opened as a page of its own, nobody hands over a token, and
 * there is nothing to show.
 */
export function lineOfFrame<S extends LineState, R>(
  port: string,
  create: (around: LineSurroundings<R>) => FrameLine<S, R>,
): FrameLine<S, R> | null {
  if (window.parent === window) return null;
  const line = create({
    openPort: (): FramePort<R> => browser.runtime.connect({ name: port }),
    isExtensionThere: () => (browser.runtime as { id?: string } | undefined)?.id !== undefined,
    isVisible: () => document.visibilityState === 'visible',
    onSessionLost: closeFrame,
  });
  document.addEventListener('visibilitychange', line.wake);
  onToken(line.redeem);
  return line;
}
