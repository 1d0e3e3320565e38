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
  /** False: another goes on from here, or did so already, and waits for no player whose inputs it knows. */
  readonly mayOrder: boolean;
  /** First tick to send. */
  readonly from: number;
  readonly told: ConfirmPacket['told'];
};

/** The sequencer's side of one member: what to send it. What it holds is known to consensus. */
export class MemberFeed {
  readonly #buffer = createWindowBuffer();
  #sender: SnapshotSender | null = null;
  #snapshotId = 0;
  #startTick = 0;

  /** Tick of the last snapshot: what the member was before does not count. */
  get startTick(): number {
    return this.#startTick;
  }

  /** True while a snapshot is on its way. */
  get isLoading(): boolean {
    return this.#sender !== null;
  }

  /** Sends the world anew: at joining, after too long an outage, and when a state diverged. */
  startSnapshot(world: World): void {
    this.#snapshotId = (this.#snapshotId + 1) % SNAPSHOT_IDS;
    this.#sender = new SnapshotSender(this.#snapshotId, world.tick, encodeWorld(world));
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
   * Sends what was ordered from a tick on, and what is known beyond.
   *
   * @returns how many packets the link took, and whether that was all
   */
  sendConfirms(
    engine: RoomEngine,
    sequencer: Sequencer,
    view: ConfirmView,
    send: (packet: PacketBody) => boolean,
  ): { readonly count: number; readonly isAll: boolean } {
    let { from } = view;
    let count = 0;
    while (count < WINDOWS_MAX) {
      const confirm = this.#buildConfirm(from, engine, sequencer, view);
      if (!send(confirm)) return { count, isAll: false };
      count += 1;
      from += confirm.rows.length / MAX_SEATS;
      if (from === engine.timeline.end) break;
    }
    return { count, isAll: true };
  }

  #buildConfirm(
    from: number,
    engine: RoomEngine,
    sequencer: Sequencer,
    { nowTick, seat, isHidden, mayOrder, told }: ConfirmView,
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
      tails: end === timeline.end ? buildTails(engine, seat, !mayOrder) : [],
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
