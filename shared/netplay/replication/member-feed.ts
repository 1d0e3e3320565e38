import { toInputBits } from '../../sim/input.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { SEATS, type Seat } from '../../sim/seat.ts';
import type { World } from '../../room/world.ts';
import {
  MAX_TAIL_INPUTS,
  PHASES_PER_TICK,
  SLACK_LIMIT,
  SLACK_PER_TICK,
} from '../../wire/confirm-packet.ts';
import { toShortTick } from '../../wire/fields.ts';
import type { ConfirmPacket } from '../../wire/confirm-packet.ts';
import { encodeWorld } from '../../wire/world-codec.ts';
import type { PacketBody } from '../link/peer-channel.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Sequencer } from './sequencer.ts';
import { SnapshotSender } from './snapshot-transfer.ts';
import { createWindowBuffer, readWindow } from '../engine/timeline-window.ts';

const NOW_AHEAD_MAX = 1023;
const SNAPSHOT_IDS = 256;
/** Packets at a time for somebody who lacks more than one can hold: four seconds of play. */
const WINDOWS_MAX = 4;

/** The sequencer's clock and page, and whom it tells. */
export type ConfirmView = {
  /** With fraction. */
  readonly nowTick: number;
  readonly seat: Seat | null;
  readonly isHidden: boolean;
  /** The heir is to go on from here, and waits for no player whose inputs it knows. */
  readonly isHandingOver: boolean;
  /** First tick to send; what the member said to hold when left out. */
  readonly from?: number;
  readonly told?: ConfirmPacket['told'];
};

/** The sequencer's side of one member: what it has of the timeline, and what to send it. */
export class MemberFeed {
  readonly #buffer = createWindowBuffer();
  #sender: SnapshotSender | null = null;
  #snapshotId = 0;
  /** First tick to send: what is before it the member holds, or is believed to. */
  #end = 0;
  #startTick = 0;
  /** The term in which the member said what it holds; null while that is only believed. */
  #heldTerm: number | null = null;
  #toldEnd = 0;

  /** Tick of the last snapshot: what the member was before does not count. */
  get startTick(): number {
    return this.#startTick;
  }

  get end(): number {
    return this.#end;
  }

  /** First tick that the member has not said to hold as it was ordered here; 0 when it said nothing. */
  get heldEnd(): number {
    return this.#heldTerm === null ? 0 : this.#end;
  }

  /** The same, but a state that is repaired takes nothing of it back: the timeline stays what it was. */
  get toldEnd(): number {
    return this.#toldEnd;
  }

  /** True while a snapshot is on its way. */
  get isLoading(): boolean {
    return this.#sender !== null;
  }

  /**
   * The member says in `term`, the present one, what it holds; while a snapshot is on its way
   * that does not count.
   */
  acknowledge(end: number, term: number, timelineEnd: number): void {
    if (this.#sender || end > timelineEnd) return;
    this.#end = this.#heldTerm === term ? Math.max(this.#end, end) : end;
    this.#heldTerm = term;
    this.#toldEnd = Math.max(this.#toldEnd, this.#end);
  }

  /** The member has lost what it held. */
  forget(): void {
    this.#heldTerm = null;
    this.#toldEnd = 0;
  }

  /**
   * A new sequencer begins.
   *
   * @param end what the member is believed to hold; null when it has yet to say so: until then it only
   *   hears who reigns
   */
  resume(end: number | null, timelineEnd: number): void {
    this.#end = Math.min(end ?? timelineEnd, timelineEnd);
    this.forget();
    this.#sender = null;
  }

  /** Sends the world anew: at joining, after too long an outage, and when a state diverged. */
  startSnapshot(world: World): void {
    this.#snapshotId = (this.#snapshotId + 1) % SNAPSHOT_IDS;
    this.#sender = new SnapshotSender(this.#snapshotId, world.tick, encodeWorld(world));
    this.#end = world.tick;
    this.#heldTerm = null;
    this.#startTick = world.tick;
  }

  acknowledgeSnapshot(id: number, missing: readonly number[]): void {
    this.#sender?.acknowledge(id, missing);
    if (this.#sender?.isDone) this.#sender = null;
  }

  /** Once a tick: the pieces of a snapshot to send now. */
  takeSnapshotParts(): readonly PacketBody[] {
    const parts = this.#sender?.takeDue() ?? [];
    return parts.map((part) => ({ type: 'snapshot', ...part }));
  }

  /**
   * Sends what was ordered since the member's last acknowledgement, and what is known beyond.
   *
   * @returns whether the link took all of it
   */
  sendConfirms(
    engine: RoomEngine,
    sequencer: Sequencer,
    view: ConfirmView,
    send: (packet: PacketBody) => boolean,
  ): boolean {
    let from = view.from ?? this.#end;
    for (let count = 0; count < WINDOWS_MAX; count++) {
      const confirm = this.#buildConfirm(from, engine, sequencer, view);
      if (!send(confirm)) return false;
      from += confirm.rows.length / MAX_SEATS;
      if (from === engine.timeline.end) break;
    }
    return true;
  }

  #buildConfirm(
    from: number,
    engine: RoomEngine,
    sequencer: Sequencer,
    { nowTick, seat, isHidden, isHandingOver, told = null }: ConfirmView,
  ): PacketBody & { type: 'confirm' } {
    const { timeline } = engine;
    const { rows, commands } = readWindow(timeline, from, this.#buffer);
    const end = from + rows.length / MAX_SEATS;
    const ahead = Math.min(Math.max(nowTick - from, 0), NOW_AHEAD_MAX);
    const slack = Math.round((seat === null ? 0 : sequencer.slackOf(seat)) * SLACK_PER_TICK);
    return {
      type: 'confirm',
      fromTick: toShortTick(from),
      rows,
      commands,
      pending: Math.max(end - timeline.finalEnd, 0),
      nowAhead: Math.floor(ahead),
      nowPhase: Math.floor((ahead % 1) * PHASES_PER_TICK),
      slack: Math.min(Math.max(slack, -SLACK_LIMIT), SLACK_LIMIT),
      hidden: isHidden,
      deadline: sequencer.deadline,
      told,
      tails: end === timeline.end ? buildTails(engine, seat, isHandingOver) : [],
    };
  }
}

/** For pairs without a direct link, and for everybody whose hint was lost. */
function buildTails(
  engine: RoomEngine,
  except: Seat | null,
  isWhole: boolean,
): ConfirmPacket['tails'] {
  const tails: { seat: Seat; inputs: ConfirmPacket['tails'][number]['inputs'][number][] }[] = [];
  const { timeline, hints } = engine;
  for (const seat of SEATS) {
    const inputs: ConfirmPacket['tails'][number]['inputs'][number][] = [];
    while (inputs.length < MAX_TAIL_INPUTS && hints.has(timeline.end + inputs.length, seat)) {
      inputs.push(toInputBits(hints.get(timeline.end + inputs.length, seat)));
    }
    const last = timeline.end > timeline.start ? timeline.inputAt(timeline.end - 1, seat) : 0;
    // What repeats the last final input is what the receiver predicts anyway.
    const isNews = isWhole ? inputs.length > 0 : inputs.some((bits) => bits !== last);
    if (seat !== except && isNews) tails.push({ seat, inputs });
  }
  return tails;
}
