/**
 * Puts a text on the clipboard without putting it into the page. A panel on plain http is no secure context
 * and has no `navigator.clipboard`: there the text is handed to the browser's own copy event, before any
 * script of the page can hear it. False: the browser allowed neither.
 */
export async function toClipboard(document: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byCopyEvent(document, text);
  }
}

function byCopyEvent(document: Document, text: string): boolean {
  let isSet = false;
  const hand = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    isSet = event.clipboardData !== null;
  };
  window.addEventListener('copy', hand, { capture: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no secure context
    return document.execCommand('copy') && isSet;
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', hand, { capture: true });
  }
}
