/** An element of index.html, which has them all from the beginning. */
export function pageElement(id: 'ui' | 'touch' | 'stage' | 'late'): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
