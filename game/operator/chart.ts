const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 300;
const HEIGHT = 80;

export type ChartLine = { readonly name: string; readonly values: readonly number[] };

/** Points of an SVG polyline, oldest at the left, `most` at the top. */
export function pointsOf(values: readonly number[], most: number, places: number): string {
  const step = WIDTH / Math.max(1, places - 1);
  const scale = most > 0 ? (HEIGHT - 4) / most : 0;
  return values
    .map((value, index) => {
      const x = WIDTH - (values.length - 1 - index) * step;
      return `${x.toFixed(1)},${(HEIGHT - 2 - value * scale).toFixed(1)}`;
    })
    .join(' ');
}

/** A chart with its newest values in words; `draw` puts others in its place. */
export class Chart {
  readonly element = document.createElement('figure');
  readonly #most = document.createElement('span');
  readonly #picture = document.createElementNS(SVG, 'svg');
  readonly #legend = document.createElement('ul');
  readonly #places: number;
  readonly #show: (value: number) => string;

  constructor(title: string, places: number, show: (value: number) => string = String) {
    this.#places = places;
    this.#show = show;
    const caption = document.createElement('figcaption');
    const name = document.createElement('strong');
    name.textContent = title;
    caption.append(name, this.#most);
    this.#picture.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    this.#picture.setAttribute('preserveAspectRatio', 'none');
    // What it shows stands below in words.
    this.#picture.setAttribute('aria-hidden', 'true');
    this.element.append(caption, this.#picture, this.#legend);
  }

  draw(lines: readonly ChartLine[]): void {
    const most = Math.max(0, ...lines.flatMap(({ values }) => values));
    this.#most.textContent = `most ${this.#show(most)}`;
    this.#picture.replaceChildren(
      ...lines.map(({ values }, index) => {
        const line = document.createElementNS(SVG, 'polyline');
        line.setAttribute('class', `line-${index}`);
        line.setAttribute('points', pointsOf(values, most, this.#places));
        return line;
      }),
    );
    this.#legend.replaceChildren(
      ...lines.map(({ name, values }, index) => {
        const item = document.createElement('li');
        item.className = `line-${index}`;
        item.textContent = `${name} ${this.#show(values.at(-1) ?? 0)}`;
        return item;
      }),
    );
  }
}
