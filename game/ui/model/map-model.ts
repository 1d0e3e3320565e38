import type { ReadonlySignal } from '@preact/signals';
import type { GalleryState } from '../../settings/map-gallery.ts';

/** A map to choose. */
export type MapCard = {
  readonly id: string;
  /** As its author wrote it. */
  readonly name: string;
  /** In map units, from edge to edge. */
  readonly width: number;
  readonly height: number;
  /** Beside the ball. */
  readonly discs: number;
  /** Address of an image. */
  readonly picture: string;
  /** False where bots make nothing of it: what decides there is not the ball. */
  readonly isForBots: boolean;
  /** What it is shown in; null = one of ours, where there is nothing to choose. */
  readonly colours: 'own' | 'house' | null;
};

export type MapProblem = { readonly path: string; readonly message: string };

/** A file that was just loaded, before anybody else sees it. */
export type MapOffer =
  | { readonly state: 'shown'; readonly card: MapCard }
  | { readonly state: 'refused'; readonly name: string; readonly problems: readonly MapProblem[] };

/** A map on its way to or from somebody. */
export type TransferView = {
  readonly name: string;
  readonly direction: 'in' | 'out';
  readonly percent: number;
};

/** A map that the match waits for. */
export type ComingMap = {
  /** Null where it is not here yet: nobody knows its name. */
  readonly card: MapCard | null;
};

/** Everything about maps that the room shows and asks for. Functions stand alone. */
export type MapsView = {
  readonly chosen: ReadonlySignal<MapCard | null>;
  readonly coming: ReadonlySignal<ComingMap | null>;
  readonly builtIn: ReadonlySignal<readonly MapCard[]>;
  readonly own: ReadonlySignal<readonly MapCard[]>;
  readonly offer: ReadonlySignal<MapOffer | null>;
  readonly transfers: ReadonlySignal<readonly TransferView[]>;
  readonly gallery: ReadonlySignal<GalleryState>;
  readonly open: () => Promise<void>;
  readonly choose: (id: string) => Promise<void>;
  readonly loadFile: (file: File) => Promise<void>;
  readonly loadText: (text: string) => void;
  readonly take: () => void;
  readonly dismiss: () => void;
  readonly remove: (id: string) => Promise<void>;
};
