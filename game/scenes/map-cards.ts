import { trimText } from '../../shared/base/clean-text.ts';
import { parseStadium } from '../../shared/stadium/parse-stadium.ts';
import type { Stadium } from '../../shared/stadium/stadium.ts';
import type { TeamPalette } from '../settings/theme.ts';
import type { MapCard } from '../ui/map-model.ts';

export type DrawStadium = (stadium: Stadium, palette: TeamPalette) => string;

/** Cards that are kept: the built-in ones and a full gallery. */
const CARDS_MAX = 80;

/** A name longer than this would push the rest of its card away. */
const NAME_GRAPHEMES_MAX = 64;

/** What is shown of a map before it is played on. Each is drawn once for each choice of colours. */
export class MapCards {
  readonly #draw: DrawStadium;
  readonly #cards = new Map<string, MapCard>();

  constructor(draw: DrawStadium) {
    this.#draw = draw;
  }

  ofStadium(id: string, stadium: Stadium, palette: TeamPalette): MapCard {
    const key = `${id} ${palette.sun} ${palette.wave}`;
    const known = this.#cards.get(key);
    if (known) return known;
    const card: MapCard = {
      id,
      // From a stranger's file: part of the map, but not of what may be done to this page.
      name: trimText(stadium.name, NAME_GRAPHEMES_MAX) || '?',
      width: Math.round(2 * stadium.width),
      height: Math.round(2 * stadium.height),
      discs: stadium.discs.length - 1,
      picture: this.#draw(stadium, palette),
    };
    this.#cards.set(key, card);
    const [oldest] = this.#cards.keys();
    if (this.#cards.size > CARDS_MAX && oldest !== undefined) this.#cards.delete(oldest);
    return card;
  }

  /** The card of a kept text; null when it is no stadium any more. */
  ofText(id: string, text: string, palette: TeamPalette): MapCard | null {
    const known = this.#cards.get(`${id} ${palette.sun} ${palette.wave}`);
    if (known) return known;
    const parsed = parseStadium(text);
    return parsed.ok ? this.ofStadium(id, parsed.value, palette) : null;
  }
}
