/** What translators put in place of text: <font> in Chrome and Edge, an element of their own elsewhere. */
const STAND_IN = /^FONT$|-/;

/**
 * Keeps a page alive that its browser translates. A translator puts an element with its own words in
 * place of each text node; whoever wrote the text goes on writing into a node that nobody sees, and
 * takes away what is not there. So the node is put back, empty, behind its stand-in, and what happens
 * to it ends the stand-in: a new text is seen, and translated anew, and what is taken away is gone.
 */
export function mendTranslated(root: HTMLElement): void {
  const standIns = new Map<Text, Element>();
  const observer = new MutationObserver((records) => {
    /** What was lost just now, as it read. */
    const lost = new Map<Text, string>();
    for (const record of records) {
      const { type, target, removedNodes } = record;
      if (type === 'characterData' && target instanceof Text) change(target, lost);
      for (const node of removedNodes) if (node instanceof Text) lose(node, record, lost);
    }
    for (const [text, standIn] of standIns) {
      if (!root.contains(text)) drop(text);
      // What was put before the text has to stand before its words.
      else if (text.previousSibling !== standIn) text.before(standIn);
    }
    // What was done here is no news.
    observer.takeRecords();
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });

  function drop(text: Text): void {
    standIns.get(text)?.remove();
    standIns.delete(text);
  }

  /** Only its writer writes into a text that is not seen. */
  function change(text: Text, lost: ReadonlyMap<Text, string>): void {
    if (!standIns.has(text)) return;
    text.data = lost.get(text) ?? text.data;
    drop(text);
  }

  /** A text left its parent. Did a translator put something else there? */
  function lose(text: Text, record: MutationRecord, lost: Map<Text, string>): void {
    const { target, addedNodes, previousSibling, nextSibling } = record;
    if (text.parentNode === target || standIns.has(text)) return;
    const known = new Set<Node | null>(standIns.values());
    const standIn = [...addedNodes, previousSibling, nextSibling].find(
      (node): node is Element => isStandIn(node) && node.parentNode === target && !known.has(node),
    );
    if (standIn === undefined) return;
    if (standIn.contains(text)) {
      // Wrapped: a copy goes on showing the words, and a translator may go on to change them.
      text.replaceWith(text.cloneNode());
    } else lost.set(text, text.data);
    text.data = '';
    standIn.after(text);
    standIns.set(text, standIn);
  }
}

function isStandIn(node: Node | null): node is Element {
  return node instanceof Element && STAND_IN.test(node.nodeName);
}
