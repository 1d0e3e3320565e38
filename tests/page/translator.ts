/** How a translator puts its words into a page. */
export type Manner =
  /** As Chrome's does: <font> elements in place of the text. */
  | 'replaces'
  /** Around the text itself. */
  | 'wraps'
  /** In the text node. */
  | 'rewrites';

/**
 * Runs in the page: translates all that is written there now and later, as a browser's translator
 * does, into the same words between « and ». Leaves alone what says `translate="no"`, and what it
 * has translated.
 */
export function translatePage(manner: Manner): void {
  const done = new WeakMap<Node, string>();

  const translate = (text: Text): void => {
    const words = text.data.trim();
    const parent = text.parentElement;
    if (words === '' || !/\p{L}|\p{N}/u.test(words) || done.get(text) === text.data) return;
    if (!parent || parent.closest('font, [translate="no"], script, style, svg, option')) return;
    const translated = `«${text.data}»`;
    if (manner === 'rewrites') {
      text.data = translated;
      done.set(text, translated);
      return;
    }
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    if (manner === 'wraps') {
      parent.insertBefore(outer, text);
      inner.append('«');
      inner.append(text);
      inner.append('»');
    } else {
      inner.textContent = translated;
      parent.replaceChild(outer, text);
    }
  };

  const walk = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    if (root instanceof Text) texts.push(root);
    for (const text of texts) if (text.isConnected) translate(text);
  };

  new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of [target, ...addedNodes]) {
        if (node instanceof Text) walk(node);
        else if (node !== target) walk(node);
      }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  walk(document.body);
}
