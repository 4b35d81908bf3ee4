import type { Browser } from 'wxt/browser';
import { keepingAlive } from './heartbeat';

/** A customer on the phone lets nobody type for that long; after it the frame is forgotten in its tab. ms. */
const ATTENTION = 10 * 60_000;

let attended = 0;

/** Whether somebody is at a frame, which an update would take away with what was typed in it. */
export function isAttended(): boolean {
  return attended > 0;
}

/**
 * Keeps the worker alive while somebody is at a frame: an open port alone keeps none, and what is asked for
 * in the second in which it falls asleep is lost, with whatever was read for the screen. Ends with the port.
 */
export function attend(port: Pick<Browser.runtime.Port, 'onMessage' | 'onDisconnect'>): void {
  let isOver = false;
  let leave: (() => void) | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    clearTimeout(quiet);
    if (leave === null) return;
    attended -= 1;
    leave();
    leave = null;
  };
  const heard = (): void => {
    if (isOver) return;
    clearTimeout(quiet);
    quiet = setTimeout(rest, ATTENTION);
    if (leave !== null) return;
    attended += 1;
    void keepingAlive(
      new Promise<void>((resolve) => {
        leave = resolve;
      }),
    );
  };
  port.onMessage.addListener(heard);
  port.onDisconnect.addListener(() => {
    isOver = true;
    rest();
  });
  heard();
}
