type SmallElement = Record<string, unknown>;

/**
 * As much of a document as room scripts use: elements that keep what is set on them and show nothing. A
 * script finds any element that it asks for, because there is no page that could lack it.
 */
export function makeDocument(): object {
  const known = new Map<string, SmallElement>();
  const find = (name: unknown): SmallElement => {
    const element = known.get(String(name)) ?? makeElement(String(name));
    known.set(String(name), element);
    return element;
  };
  const document: SmallElement = {
    title: '',
    cookie: '',
    readyState: 'complete',
    body: makeElement('body'),
    head: makeElement('head'),
    documentElement: makeElement('html'),
    createElement: makeElement,
    createElementNS: (_space: unknown, name: unknown) => makeElement(name),
    createTextNode: (text: unknown) => ({ textContent: String(text) }),
    createEvent: () => ({ initEvent: () => {}, initMouseEvent: () => {} }),
    getElementById: find,
    querySelector: find,
    getElementsByTagName: (name: unknown) => [find(name)],
    getElementsByClassName: (name: unknown) => [find(name)],
    querySelectorAll: (name: unknown) => [find(name)],
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  // Of a frame: scripts that a browser drives look for the room's own page there.
  for (const name of ['iframe', 'frame']) find(name)['contentDocument'] = document;
  return document;
}

function makeElement(name: unknown): SmallElement {
  const children: unknown[] = [];
  const attributes = new Map<string, string>();
  const add = (child: unknown): unknown => {
    children.push(child);
    return child;
  };
  return {
    tagName: String(name).toUpperCase(),
    style: {},
    dataset: {},
    children,
    childNodes: children,
    innerHTML: '',
    innerText: '',
    textContent: '',
    value: '',
    classList: { add: () => {}, remove: () => {}, toggle: () => {}, contains: () => false },
    appendChild: add,
    append: (...added: unknown[]) => void children.push(...added),
    prepend: (...added: unknown[]) => void children.unshift(...added),
    insertBefore: add,
    removeChild: (child: unknown) => {
      const at = children.indexOf(child);
      if (at >= 0) children.splice(at, 1);
      return child;
    },
    setAttribute: (key: unknown, value: unknown) => void attributes.set(String(key), String(value)),
    getAttribute: (key: unknown) => attributes.get(String(key)) ?? null,
    remove: () => {},
    click: () => {},
    focus: () => {},
    dispatchEvent: () => true,
    addEventListener: () => {},
    removeEventListener: () => {},
    querySelector: () => null,
    querySelectorAll: () => [],
  };
}
