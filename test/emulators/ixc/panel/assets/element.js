/** Makes an element: attributes by name, children as nodes or text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, content] of Object.entries(attributes)) {
    if (content === true) made.setAttribute(name, '');
    else if (content !== false && content !== undefined) made.setAttribute(name, String(content));
  }
  made.append(...children);
  return made;
}

export function icon(name, title) {
  return element('i', { class: `fa ${name}`, title });
}

const parser = new DOMParser();

/** The nodes of a cell's HTML; text alone comes back as one text node. */
export function nodesOf(html) {
  if (!html.includes('<') && !html.includes('&')) return [document.createTextNode(html)];
  return [...parser.parseFromString(html, 'text/html').body.childNodes];
}
