import type { MemberId } from '../../room/command.ts';
import { findPerson, type Person, type RoomState } from '../../room/room-state.ts';
import { fitPanel, hashPanel, type Panel } from './panel.ts';
import type { PanelKeeper } from './panel-lane.ts';

/** ms between two panels to one page: a script may set one each tick, and the newest is what counts. */
export const PANEL_EVERY_MS = 250;
/** ms: a panel that its page did not say to have is sent again. */
const AGAIN_MS = 2_000;

/** What one page was sent and what it said to have. */
type Shown = {
  /** Null: it has not said, since something was sent. */
  held: number | null;
  sentHash: number;
  sent: Panel | null;
  /** Its buttons count too: a press may have been on its way. */
  before: Panel | null;
  sentAtMs: number;
};

const NONE = hashPanel(null);

/** A button of the panel that a member pressed. */
export type Press = { readonly member: MemberId; readonly button: string };

/** Presses that the script has not taken. */
const PRESSES_MAX = 64;
const NO_PRESSES: readonly Press[] = [];

/** [N69] [N70] The panels of a script's room: which page shall have which, and which has it. */
export class PanelDesk implements PanelKeeper {
  readonly #shown = new Map<MemberId, Shown>();
  readonly #forOne = new Map<MemberId, Panel | null>();
  readonly #hashes = new WeakMap<Panel, number>();
  #forAll: Panel | null = null;
  #presses: Press[] = [];
  #known: RoomState | null = null;

  /**
   * What pages show from now on, those too that come later.
   *
   * @param panel what is too much of it is left out; null: none
   * @param to null: all who have none of their own
   */
  set(panel: Panel | null, to: MemberId | null): void {
    const fitted = panel && fitPanel(panel);
    if (to === null) this.#forAll = fitted;
    else this.#forOne.set(to, fitted);
  }

  /** The member has what all have again. */
  forgetOwn(member: MemberId): void {
    this.#forOne.delete(member);
  }

  /** None for anybody, as before the first one. */
  clear(): void {
    this.#forAll = null;
    this.#forOne.clear();
  }

  /** [N71] What was pressed since the last call. */
  takePresses(): readonly Press[] {
    if (this.#presses.length === 0) return NO_PRESSES;
    return this.#presses.splice(0);
  }

  hold(member: MemberId, hash: number): void {
    this.#of(member).held = hash;
  }

  press(member: MemberId, button: string): boolean {
    const shown = this.#shown.get(member);
    const isKnown = [shown?.sent, shown?.before].some((panel) =>
      panel?.buttons.some(({ id }) => id === button),
    );
    if (!isKnown || this.#presses.length >= PRESSES_MAX) return false;
    this.#presses.push({ member, button });
    return true;
  }

  serve(
    room: RoomState,
    self: MemberId,
    nowMs: number,
    send: (panel: Panel | null, to: Person) => boolean,
  ): void {
    if (room !== this.#known) this.#forgetThoseGone(room);
    this.#known = room;
    for (const member of room.members) {
      if (member.type !== 'person' || member.id === self || member.absent) continue;
      const panel = this.#due(member.id, nowMs);
      if (panel !== undefined && send(panel, member)) this.#note(member.id, panel, nowMs);
    }
  }

  /** What is to be sent to a member that is there; undefined: nothing, for now. */
  #due(member: MemberId, nowMs: number): Panel | null | undefined {
    const panel = this.#forOne.has(member) ? this.#forOne.get(member)! : this.#forAll;
    const known = this.#shown.get(member);
    if (panel === null && !known) return undefined;
    const { held, sentHash, sentAtMs } = known ?? this.#of(member);
    const hash = this.#hashOf(panel);
    if (held === hash) return undefined;
    const isOnItsWay = held === null && hash === sentHash;
    return nowMs - sentAtMs < (isOnItsWay ? AGAIN_MS : PANEL_EVERY_MS) ? undefined : panel;
  }

  /** It is on its way. */
  #note(member: MemberId, panel: Panel | null, nowMs: number): void {
    const shown = this.#of(member);
    if (panel !== shown.sent) shown.before = shown.sent;
    shown.sent = panel;
    shown.sentHash = this.#hashOf(panel);
    shown.sentAtMs = nowMs;
    shown.held = null;
  }

  /** A member that is gone needs nothing, and its number may be another one's later. */
  #forgetThoseGone(room: RoomState): void {
    for (const id of this.#shown.keys()) if (!findPerson(room, id)) this.#shown.delete(id);
    for (const id of this.#forOne.keys()) if (!findPerson(room, id)) this.#forOne.delete(id);
  }

  #of(member: MemberId): Shown {
    const known = this.#shown.get(member);
    if (known) return known;
    const none = { held: null, sentHash: NONE, sent: null, before: null };
    const shown = { ...none, sentAtMs: Number.NEGATIVE_INFINITY };
    this.#shown.set(member, shown);
    return shown;
  }

  #hashOf(panel: Panel | null): number {
    if (panel === null) return NONE;
    const known = this.#hashes.get(panel);
    if (known !== undefined) return known;
    const hash = hashPanel(panel);
    this.#hashes.set(panel, hash);
    return hash;
  }
}
