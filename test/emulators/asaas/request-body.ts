/** A request body as parsed; fields that nobody reads are ignored, as the API does. */
export type Body = Readonly<Record<string, unknown>>;

/** The body as an object; null when it is not JSON. No body at all counts as an empty object. */
export function parseBody(text: string): Body | null {
  if (text.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // Asaas says the same of every malformed body, so the reason is of no use.
    return null;
  }
}

/** Numbers come back as text: references are strings at Asaas. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
