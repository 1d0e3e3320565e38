import { signal } from '@preact/signals';
import type { Panel, PressRefusal } from '../../../shared/netplay/panel/panel.ts';
import { makePanelLane } from '../../../shared/netplay/panel/panel-lane.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { findPerson } from '../../../shared/room/room-state.ts';
import type { PanelView } from '../../ui/model/panel-model.ts';

/** How long it is said why a press did nothing. */
const REFUSAL_MS = 4_000;

/** Follows the panel of a room's script, and presses its buttons. */
export class PanelWatch implements PanelView {
  readonly shown = signal<Panel | null>(null);
  readonly isAway = signal(false);
  readonly refusal = signal<PressRefusal | null>(null);
  readonly isOpen = signal<boolean | null>(null);
  #session: RoomSession | null = null;
  #nowMs = 0;
  #refusedAtMs = 0;

  /** Runs every tick. @param session null outside of rooms with others */
  follow(session: RoomSession | null, nowMs: number): void {
    this.#session = session;
    this.#nowMs = nowMs;
    if (session?.panel?.lane === null) session.panel.bring?.(makePanelLane);
    this.shown.value = session?.panel?.lane?.shown ?? null;
    const room = session?.world.room;
    this.isAway.value = room !== undefined && findPerson(room, room.host)?.absent === true;
    const isOld = nowMs - this.#refusedAtMs > REFUSAL_MS;
    if (this.refusal.value !== null && isOld) this.refusal.value = null;
  }

  readonly open = (isOpen: boolean): void => {
    this.isOpen.value = isOpen;
  };

  readonly press = (button: string): void => {
    this.refusal.value = this.#session?.panel?.lane?.press(button) ?? null;
    this.#refusedAtMs = this.#nowMs;
  };
}
