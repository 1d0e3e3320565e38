import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Panel, PressRefusal } from '../../../shared/netplay/panel/panel.ts';

/** Where a panel stands: over a pitch, where it can be folded; in the sheet of a room; in the menu of a match. */
export type PanelPlace = 'pitch' | 'sheet' | 'menu';

/** The panel of a script, as the screens show it. Functions stand alone. */
export type PanelView = {
  readonly shown: ReadonlySignal<Panel | null>;
  /** Its script is away. */
  readonly isAway: ReadonlySignal<boolean>;
  /** Why the last press did nothing, for a moment. */
  readonly refusal: ReadonlySignal<PressRefusal | null>;
  /** Over the pitch, by the person's wish; null: as there is room for it. */
  readonly isOpen: ReadonlySignal<boolean | null>;
  readonly open: (isOpen: boolean) => void;
  readonly press: (button: string) => void;
};

/** What draws it. */
export type PanelParts = { readonly Box: ComponentType<{ readonly place: PanelPlace }> };
