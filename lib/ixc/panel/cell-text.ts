const ID = /^[1-9]\d{0,14}$/;

/**
 * Text of a cell as IXC wrote it, trimmed. Marks in it add nothing: they hold no text node, their words
 * are drawn by the style sheet (see `mark.ts`).
 */
export function cellText(cell: Element): string {
  return cell.textContent.trim();
}

/** The text as an invoice id, or null when it is anything but a plain positive integer. */
export function invoiceId(text: string): string | null {
  return ID.test(text) ? text : null;
}

/** Header text for comparison: lower case, no accents, single spaces, no sort arrows or colons. */
export function headerWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
