type Labelled = HTMLInputElement | HTMLSelectElement;

/** What a control is called. A label around it holds its options too: only the label's own words count. */
export function labelOf(control: Labelled): string {
  const label = control.labels?.[0];
  const words = Array.from(label?.childNodes ?? [])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '');
  return control.getAttribute('aria-label') ?? words.join('').trim();
}
