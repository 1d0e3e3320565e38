import { trimText } from '../../../shared/base/clean-text.ts';
import { understands } from '../../../shared/bots/understands.ts';
import { BUILT_IN_STADIUMS } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../../shared/stadium/format/parse-stadium.ts';
import type { Stadium } from '../../../shared/stadium/format/stadium.ts';
import type { TeamPalette } from '../../settings/theme.ts';
import type { MapCard } from '../../ui/model/map-model.ts';
import { isInOwnColours } from './map-colours.ts';

export type DrawStadium = (stadium: Stadium, palette: TeamPalette, mapColours: boolean) => string;

/** What the person chose of the looks of maps. */
export type CardLook = {
  readonly palette: TeamPalette;
  /** Ids of community maps that are shown in our colours. */
  readonly houseMaps: readonly string[];
};

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

  ofStadium(id: string, stadium: Stadium, look: CardLook): MapCard {
    const key = keyOf(id, look);
    const known = this.#cards.get(key);
    if (known) return known;
    const card: MapCard = {
      id,
      // From a stranger's file: part of the map, but not of what may be done to this page.
      name: trimText(stadium.name, NAME_GRAPHEMES_MAX) || '?',
      width: Math.round(2 * stadium.width),
      height: Math.round(2 * stadium.height),
      discs: stadium.discs.length - 1,
      isForBots: understands(compileArena(stadium)) !== 'nothing',
      picture: this.#draw(stadium, look.palette, isInOwnColours(id, look)),
      colours: BUILT_IN_STADIUMS.has(id) ? null : isInOwnColours(id, look) ? 'own' : 'house',
    };
    this.#cards.set(key, card);
    const [oldest] = this.#cards.keys();
    if (this.#cards.size > CARDS_MAX && oldest !== undefined) this.#cards.delete(oldest);
    return card;
  }

  /** The card of a kept text; null when it is no stadium any more. */
  ofText(id: string, text: string, look: CardLook): MapCard | null {
    const known = this.#cards.get(keyOf(id, look));
    if (known) return known;
    const parsed = parseStadium(text);
    return parsed.ok ? this.ofStadium(id, parsed.value, look) : null;
  }
}

function keyOf(id: string, look: CardLook): string {
  const { sun, wave } = look.palette;
  return `${id} ${sun} ${wave} ${isInOwnColours(id, look)}`;
}
