import { RecordedHands } from '../../../shared/replay/recorded-hands.ts';
import type { ReplayCursor } from '../../../shared/replay/replay-track.ts';
import type { BotLevelName } from '../../../shared/room/bots.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import { isPerson, type Member, type RoomState } from '../../../shared/room/room-state.ts';
import type { ArenaSource } from '../../../shared/room/world.ts';
import { type InputBits, NEUTRAL_INPUT } from '../../../shared/sim/input.ts';
import type { Seat } from '../../../shared/sim/seat.ts';
import { PracticeSession } from '../practice-session.ts';

export type PlayOnOptions = {
  /** Where the recording is left, twice: one becomes the match, the other goes on as recorded. */
  readonly cursors: readonly [ReplayCursor, ReplayCursor];
  /** The player whose disc the person takes. */
  readonly self: MemberId;
  /** Of those whose recording fits no more. */
  readonly level: BotLevelName;
  readonly arenas: ArenaSource;
  readonly textOf: (stadium: string) => string | null;
  readonly seed: number;
};

/**
 * [V12] Practice that begins in the midst of a replay. It stands still until the person presses
 * something; then the others do what they did, as long as that fits, and play as bots afterwards.
 */
export class PlayOnSession extends PracticeSession {
  readonly #hands: RecordedHands;
  #isBegun = false;
  #isHeld = false;
  #hasFollowed = false;

  constructor({ cursors, self, level, arenas, textOf, seed }: PlayOnOptions) {
    const [now, then] = cursors;
    const { world } = now;
    world.room = roomOf(world.room, self);
    super({
      name: '',
      botNames: [],
      level,
      arenas,
      textOf,
      stadium: world.room.stadium,
      rules: world.room.rules,
      seed,
      attract: false,
      begin: { world, self },
    });
    this.#hands = new RecordedHands(then);
    super.isPaused = true;
  }

  override set isPaused(isPaused: boolean) {
    this.#isHeld = isPaused;
    super.isPaused = isPaused || !this.#isBegun;
  }

  override holdInput(bits: InputBits): void {
    if (bits !== NEUTRAL_INPUT && !this.#isBegun) {
      this.#isBegun = true;
      super.isPaused = this.#isHeld;
    }
    super.holdInput(bits);
  }

  protected override sampleInputs(): void {
    if (this.#hasFollowed) this.#hands.goOn();
    this.#hasFollowed = true;
    this.#hands.follow(this.world);
    super.sampleInputs();
  }

  protected override thinkFor(member: Member, seat: Seat): InputBits {
    return this.#hands.bits(seat) ?? super.thinkFor(member, seat);
  }
}

/** The same people, of whom one is here and runs the room. All are here as far as this match knows, and this one decides. */
function roomOf(room: RoomState, self: MemberId): RoomState {
  const members = room.members.map((member) =>
    isPerson(member) ? { ...member, absent: false, idle: false } : member,
  );
  return { ...room, members, host: self, sequencer: self, coming: null };
}
