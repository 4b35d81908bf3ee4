/** The font of the marks; the style sheet says the same. */
const FONT = "700 10px Arial, 'Helvetica Neue', 'Liberation Sans', sans-serif";
/** Of a letter, where nothing can be measured. */
const LETTER = 7;
/** Everything of a mark but its word: margin, borders, padding, icon and the gap after it. */
const AROUND = 26;

/** Tells how many pixels a mark with a word needs. A canvas measures without asking the page for a layout. */
export function createWordWidths(document: Document): (word: string) => number {
  const widths = new Map<string, number>();
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = FONT;
  return (word) => {
    let width = widths.get(word);
    if (width === undefined) {
      width = Math.ceil(context?.measureText(word).width ?? word.length * LETTER) + AROUND;
      widths.set(word, width);
    }
    return width;
  };
}
