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
  /** Waits until the page shows the text. */
  waitFor(text: string | RegExp, timeout?: number): Promise<void>;
  /** Everything the page shows now. */
  text(): Promise<string>;
}

/** `name` as the beginning of an accessible name. */
export function beginsWith(name: string): RegExp {
  return new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Whether a page that shows `now` shows what is wanted; runs of white space count as one space. */
export function shows(now: string, wanted: string | RegExp): boolean {
  const text = now.replace(/\s+/g, ' ');
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
