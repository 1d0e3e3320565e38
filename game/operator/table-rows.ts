export type TableRow = {
  /** Tells it from all others of the table, for as long as it is there. */
  readonly key: string;
  readonly words: readonly string[];
  /** Made once: they stand in the last cell. */
  readonly buttons: () => readonly HTMLButtonElement[];
};

/** The body of a table. Rows stay the same elements while they are there, so that a button keeps the focus. */
export class TableRows {
  readonly #body: Element;
  readonly #rows = new Map<string, HTMLTableRowElement>();

  constructor(body: Element) {
    this.#body = body;
  }

  /** Shows these and no others, in this order. */
  draw(rows: readonly TableRow[]): void {
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, element] of this.#rows) {
      if (keys.has(key)) continue;
      element.remove();
      this.#rows.delete(key);
    }
    for (const [index, row] of rows.entries()) {
      const element = this.#rows.get(row.key) ?? makeRow(row);
      this.#rows.set(row.key, element);
      for (const [place, text] of row.words.entries()) element.cells[place]!.textContent = text;
      // One that is moved would lose the focus.
      const there = this.#body.children[index];
      if (there !== element) this.#body.insertBefore(element, there ?? null);
    }
  }
}

function makeRow({ words, buttons }: TableRow): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (let index = 0; index < words.length; index++) row.insertCell();
  row.insertCell().append(...buttons());
  return row;
}
