import { eventually } from './eventually.ts';

/**
 * What a person does on a page of the extension, in words that any browser driver can follow:
 * controls are found by their visible label or accessible name, and every click is a real one.
 */
export interface Surface {
  /** The part of the page under this heading. */
  section(heading: string): Surface;
  /** Types into the field with this label, replacing what it held. */
  fill(label: string, value: string): Promise<void>;
  /** Ticks the radio with this label, or picks the option of a list. */
  choose(label: string): Promise<void>;
  /** Clicks the button whose accessible name begins with `name`, once it is enabled. */
  press(name: string): Promise<void>;
  /** The same with a double click. */
  doublePress(name: string): Promise<void>;
  /** Waits until the page shows the text. */
  waitFor(text: string | RegExp, timeout?: number): Promise<void>;
  /** Everything the page shows now. */
  text(): Promise<string>;
}

/** `name` as the beginning of an accessible name. */
export function beginsWith(name: string): RegExp {
  return new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** What a page shows, as one line. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Waits until `read` gives what is wanted; runs of white space count as one space.
 *
 * @throws Error that quotes what it gave instead.
 */
export async function untilShown(
  read: () => Promise<string>,
  wanted: string | RegExp,
  timeout?: number,
): Promise<void> {
  await eventually(
    `the page shows ${String(wanted)}`,
    async () => {
      const text = tidy(await read());
      if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) return true;
      throw new Error(`it shows: ${text.slice(0, 2_000)}`);
    },
    timeout === undefined ? {} : { timeout },
  );
}
