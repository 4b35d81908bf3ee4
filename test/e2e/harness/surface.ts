/**
 * What a person does on a page of the extension, in words that any browser driver can follow:
 * controls are found by their visible label or accessible name, and every click is a real one.
 */
export interface Surface {
  /** Types into the field with this label, replacing what it held. */
  fill(label: string, value: string): Promise<void>;
  /** Ticks the radio or checkbox, or picks the option of a list, with this label. */
  choose(label: string): Promise<void>;
  /** Clicks the button whose accessible name begins with `name`. */
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
