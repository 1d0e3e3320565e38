import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { StadiumTransfer } from '../../../shared/netplay/session/stadium-transfer.ts';
import type { RoomRequest } from '../../../shared/room/command.ts';
import { findMemberOf, type RoomState } from '../../../shared/room/room-state.ts';
import { BUILT_IN_STADIUMS } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import type { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { MAX_FILE_BYTES } from '../../../shared/stadium/format/stadium-limits.ts';
import type { GalleryState, MapGallery, StoredMap } from '../../settings/map-gallery.ts';
import type {
  ComingMap,
  MapCard,
  MapOffer,
  MapProblem,
  MapsView,
  TransferView,
} from '../../ui/model/map-model.ts';
import { type CardLook, MapCards } from './map-cards.ts';

const TRANSFERS_EVERY_MS = 200;

export type MapDeskOptions = {
  readonly stadiums: StadiumCollection;
  readonly gallery: MapGallery;
  readonly look: () => CardLook;
  readonly draw: ConstructorParameters<typeof MapCards>[0];
  /** Asks the room for a stadium that is in the collection or built in. */
  readonly request: (stadium: string) => void;
  readonly wallClockMs: () => number;
};

/** The maps to choose from: built in, kept in this browser, just loaded; and which one is played on. */
export class MapDesk implements MapsView {
  readonly #options: MapDeskOptions;
  readonly #cards: MapCards;
  readonly #chosenId = signal('');
  readonly #comingId = signal('');
  readonly #own = signal<readonly MapCard[]>([]);
  readonly #offer = signal<MapOffer | null>(null);
  readonly #transfers = signal<readonly TransferView[]>([]);
  readonly #gallery = signal<GalleryState>('ok');
  readonly chosen: ReadonlySignal<MapCard | null>;
  readonly coming: ReadonlySignal<ComingMap | null>;
  readonly builtIn: ReadonlySignal<readonly MapCard[]>;
  #transfersMs = Number.NEGATIVE_INFINITY;
  /** Counts what is to be shown of the browser's maps: only the newest is. */
  #opened = 0;

  constructor(options: MapDeskOptions) {
    this.#options = options;
    this.#cards = new MapCards(options.draw);
    this.chosen = computed(() => this.#cardOf(this.#chosenId.value));
    this.coming = computed(() => {
      const id = this.#comingId.value;
      return id === '' ? null : { card: this.#cardOf(id) };
    });
    this.builtIn = computed(() =>
      [...BUILT_IN_STADIUMS.keys()].flatMap((id) => this.#cardOf(id) ?? []),
    );
  }

  /** For whoever plays here alone. */
  get stadiums(): StadiumCollection {
    return this.#options.stadiums;
  }

  get own(): ReadonlySignal<readonly MapCard[]> {
    return this.#own;
  }

  get offer(): ReadonlySignal<MapOffer | null> {
    return this.#offer;
  }

  get transfers(): ReadonlySignal<readonly TransferView[]> {
    return this.#transfers;
  }

  get gallery(): ReadonlySignal<GalleryState> {
    return this.#gallery;
  }

  /** Follows the room; may run every tick. */
  follow(session: RoomSession, nowMs: number): void {
    const { room } = session.world;
    if (room.stadium !== this.#chosenId.value) {
      this.#chosenId.value = room.stadium;
      this.#keepReceived(room.stadium);
    }
    this.#comingId.value = comingIn(room, session.wishes.open);
    if (nowMs - this.#transfersMs < TRANSFERS_EVERY_MS) return;
    this.#transfersMs = nowMs;
    const isQuiet = session.transfers.length === 0 && this.#transfers.value.length === 0;
    if (!isQuiet) this.#transfers.value = session.transfers.map((one) => describe(one, room));
  }

  /** Reads what is kept in this browser: when the choice is opened, not before. */
  readonly open = async (): Promise<void> => {
    const opened = ++this.#opened;
    const maps = await this.#options.gallery.list();
    this.#gallery.value = this.#options.gallery.state;
    const cards: MapCard[] = [];
    for (const map of maps) {
      const card = this.#cards.ofText(map.id, map.text, this.#options.look());
      if (card) cards.push(card);
      // Fifty pictures at once would hold up the page.
      await new Promise((resolve) => setTimeout(resolve));
      if (opened !== this.#opened) return;
    }
    this.#own.value = cards;
  };

  readonly choose = async (id: string): Promise<void> => {
    if (await this.bring(id)) this.#options.request(id);
  };

  /** Gets a map that this browser keeps; false where it is not to be had any more. */
  async bring(id: string): Promise<boolean> {
    const { gallery, stadiums } = this.#options;
    if (stadiums.arena(id)) return true;
    const kept = (await gallery.list()).find((map) => map.id === id);
    if (kept) stadiums.add(kept.text);
    return stadiums.arena(id) !== undefined;
  }

  readonly loadFile = async (file: Blob & { readonly name?: string }): Promise<void> => {
    const name = file.name ?? '';
    if (file.size > MAX_FILE_BYTES) this.#refuse(name, [{ path: '', message: TOO_LARGE }]);
    else this.loadText(await file.text(), name);
  };

  readonly loadText = (text: string, name = ''): void => {
    const added = this.#options.stadiums.addFile(text);
    if (!added.ok) return this.#refuse(name, added.error);
    const card = this.#cardOf(added.value);
    this.#offer.value = card && { state: 'shown', card };
  };

  /** The loaded map is the one to play on, and is kept. */
  readonly take = (): void => {
    const offer = this.#offer.value;
    if (offer?.state !== 'shown') return;
    this.#offer.value = null;
    this.#options.request(offer.card.id);
    void this.#keep(offer.card);
  };

  readonly dismiss = (): void => {
    this.#offer.value = null;
  };

  readonly remove = async (id: string): Promise<void> => {
    await this.#options.gallery.remove(id);
    this.#own.value = this.#own.value.filter((card) => card.id !== id);
    await this.open();
  };

  #refuse(name: string, problems: readonly MapProblem[]): void {
    this.#offer.value = { state: 'refused', name, problems };
  }

  #cardOf(id: string): MapCard | null {
    const stadium = this.#options.stadiums.stadium(id);
    return stadium ? this.#cards.ofStadium(id, stadium, this.#options.look()) : null;
  }

  /** A map that somebody else brought stays here for another time, if its author lets it. */
  #keepReceived(id: string): void {
    const { stadiums } = this.#options;
    const card = stadiums.text(id) === null ? null : this.#cardOf(id);
    if (card && stadiums.stadium(id)?.canBeStored) void this.#keep(card);
  }

  async #keep({ id, name }: MapCard): Promise<void> {
    const { gallery, stadiums, wallClockMs } = this.#options;
    const text = stadiums.text(id);
    if (text === null) return;
    const map: StoredMap = { id, name, text, savedAtMs: wallClockMs() };
    await gallery.save(map);
    await this.open();
  }
}

/** On its way to everybody, or about to be. What everybody has is there at once. */
function comingIn(room: RoomState, wishes: readonly RoomRequest[]): string {
  if (room.coming !== null) return room.coming;
  for (const wish of wishes) {
    if (wish.type === 'playOn') return wish.moment;
    if (wish.type !== 'stadium' || BUILT_IN_STADIUMS.has(wish.stadium)) continue;
    if (wish.stadium !== room.stadium) return wish.stadium;
  }
  return '';
}

const TOO_LARGE = 'the file is larger than 1 MiB';

function describe(transfer: StadiumTransfer, room: RoomState): TransferView {
  const name = findMemberOf(room, transfer.peer)?.name ?? '';
  return { name, direction: transfer.direction, percent: Math.floor(transfer.progress * 100) };
}
