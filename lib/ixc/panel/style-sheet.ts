/**
 * Adds the style of the marks to the page, or to a shadow root, and answers how to take it away. A constructed sheet is used
 * because the page's CSP does not apply to it, and because, unlike a registered CSS file in Firefox, it
 * outlives an update of the extension (both measured): inert marks keep their look.
 */
export function addStyle(root: Document | ShadowRoot, css: string): () => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  } catch {
    // Older Firefox refuses a content script's sheet in the page's document.
    const element = document.createElement('style');
    element.textContent = css;
    ('head' in root ? root.head : root).append(element);
    return () => element.remove();
  }
}
