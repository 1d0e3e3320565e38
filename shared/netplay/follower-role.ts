import type { PeerId } from '../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../sim/command.ts';
import { findMember } from '../sim/room-state.ts';
import { MAX_SEATS } from '../sim/seat.ts';
import { TICK_MS } from '../sim/tick.ts';
import { type ConfirmPacket, PHASES_PER_TICK, SLACK_PER_TICK } from '../wire/confirm-packet.ts';
import { type ControlMessage, REFUSALS } from '../wire/control-packet.ts';
import { toShortTick, unwrapTick } from '../wire/fields.ts';
import { BEHIND_MAX } from '../wire/input-packet.ts';
import type { Packet } from '../wire/packets.ts';
import { decodeWorld } from '../wire/world-codec.ts';
import { HashCourier } from './hash-courier.ts';
import type { PacketBody } from './peer-channel.ts';
import type { RemotePeer } from './remote-peer.ts';
import type { Ending, Remotes, Role, RoleContext } from './role.ts';
import type { SessionState } from './room-session.ts';
import { SnapshotReceiver } from './snapshot-transfer.ts';

/** Furthest that a peer predicts while the sequencer is silent: two seconds. */
const PREDICTION_MAX_TICKS = 120;
const NACK_EVERY_MS = 50;
const LINK_TIMEOUT_MS = 25_000;
const JOIN_TIMEOUT_MS = 10_000;
/** Silence of the sequencer after which the room is lost. */
const SILENCE_MAX_MS = 20_000;

/** Everybody but the sequencer: sends inputs, takes in what became final. */
export class FollowerRole implements Role {
  self: MemberId | null = null;
  slackTicks = 0;
  readonly repairs = 0;
  readonly #context: RoleContext;
  readonly #host: PeerId;
  readonly #receiver = new SnapshotReceiver();
  readonly #hashes: HashCourier;
  #hasWorld = false;
  #isMember = false;
  #askedOn: RemotePeer['channel'] | null = null;
  #readyAtMs: number | null = null;
  #nackAtMs = 0;
  #mustNack = false;
  #ending: Ending | null = null;
  #pending: RoomRequest[] = [];

  /** @param host the peer that makes ticks final */
  constructor(context: RoleContext, host: PeerId) {
    this.#context = context;
    this.#host = host;
    this.#hashes = new HashCourier(context.engine);
  }

  get state(): SessionState {
    if (this.#hasWorld && this.isTimed) return { state: 'live' };
    if (this.#readyAtMs === null) return { state: 'joining', step: 'link', progress: 0 };
    const progress = this.#hasWorld ? 1 : this.#receiver.progress;
    return { state: 'joining', step: progress > 0 ? 'snapshot' : 'hello', progress };
  }

  get isTimed(): boolean {
    return this.#hasWorld && this.#context.clock.isSynced;
  }

  get furthestTick(): number {
    return this.#context.engine.final.tick + PREDICTION_MAX_TICKS;
  }

  request(request: RoomRequest): void {
    this.#pending.push(request);
  }

  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    if (remote.peer !== this.#host) return;
    if (packet.type === 'confirm') this.#takeConfirm(remote, packet, atMs);
    else if (packet.type === 'snapshot') this.#takeSnapshot(packet);
    else if (packet.type === 'bye') this.#ending = { reason: 'host-gone' };
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    if (remote.peer !== this.#host) return;
    if (message.type === 'welcome') this.self = message.member;
    if (message.type !== 'refused') return;
    const refusal = REFUSALS[message.code];
    this.#ending = { reason: refusal === 'not-sequencer' || !refusal ? 'host-gone' : refusal };
  }

  decide(): void {
    // Only the sequencer decides.
  }

  advance(nowMs: number, remotes: Remotes): Ending | null {
    const host = remotes.get(this.#host);
    if (host) this.#talkTo(host, nowMs);
    return this.#ending ?? this.#findEnding(host, nowMs);
  }

  send(_now: number, nowMs: number, remotes: Remotes): void {
    if (!this.#hasWorld) return;
    const isPlayer = this.#member?.seat !== null && this.#member?.seat !== undefined;
    for (const remote of remotes.values()) {
      const isHost = remote.peer === this.#host;
      if (!remote.channel.isReady || !(isHost || isPlayer) || !remote.pace.isDue()) continue;
      remote.pace.sent(remote.channel.send(this.#buildInput(isHost), nowMs));
    }
  }

  get #member(): ReturnType<typeof findMember> {
    return this.self === null ? undefined : findMember(this.#context.engine.final.room, this.self);
  }

  #buildInput(isHost: boolean): PacketBody {
    const { engine, inputs } = this.#context;
    const newest = Math.max(inputs.next - 1, 0);
    return {
      type: isHost ? 'input' : 'hint',
      newestTick: toShortTick(newest),
      behind: Math.min(Math.max(newest - engine.timeline.end, 0), BEHIND_MAX),
      inputs: inputs.window(engine.timeline.end),
      hash: isHost ? this.#hashes.take() : null,
    };
  }

  /** Asks to be let in on every fresh channel, and hands over what this person asked for. */
  #talkTo(host: RemotePeer, nowMs: number): void {
    if (!host.channel.isReady) return;
    this.#readyAtMs ??= nowMs;
    if (this.#askedOn !== host.channel) {
      this.#askedOn = host.channel;
      const { name } = this.#context;
      host.channel.sendControl({ type: 'join', name, fresh: !this.#hasWorld });
    }
    if (this.#isMember) {
      for (const request of this.#pending) host.channel.sendControl({ type: 'request', request });
      this.#pending = [];
    }
    const isDue = this.#mustNack || this.#receiver.progress > 0;
    if (!isDue || nowMs - this.#nackAtMs < NACK_EVERY_MS) return;
    const missing = this.#receiver.missing();
    if (missing) host.channel.send({ type: 'nack', ...missing }, nowMs);
    this.#nackAtMs = nowMs;
    this.#mustNack = false;
  }

  #takeSnapshot(packet: Packet & { type: 'snapshot' }): void {
    this.#mustNack = true;
    const whole = this.#receiver.receive(packet);
    if (!whole) return;
    const world = decodeWorld(whole.bytes, this.#context.arenas);
    if (!world) return;
    this.#context.engine.load(world);
    this.#hasWorld = true;
  }

  #takeConfirm(remote: RemotePeer, packet: ConfirmPacket, atMs: number): void {
    if (!this.#hasWorld) return;
    const { engine, clock } = this.#context;
    const from = unwrapTick(packet.fromTick, engine.timeline.end);
    const { meter } = remote.channel;
    if (meter.hasRtt) {
      const phase = (packet.nowPhase + 0.5) / PHASES_PER_TICK;
      clock.sample(from + packet.nowAhead + phase + meter.rttMs / 2 / TICK_MS, atMs);
    }
    this.slackTicks = packet.slack / SLACK_PER_TICK;
    this.#countEaten(from, packet.rows);
    engine.appendRows(from, packet.rows, packet.commands);
    this.#takeTails(from + packet.rows.length / MAX_SEATS, packet.tails);
  }

  #takeTails(from: number, tails: ConfirmPacket['tails']): void {
    const own = this.#member?.seat;
    for (const tail of tails) {
      if (tail.seat === own) continue;
      tail.inputs.forEach((bits, index) =>
        this.#context.engine.hint(from + index, tail.seat, bits),
      );
    }
  }

  /** My input became final as something else: it came too late. */
  #countEaten(from: number, rows: Uint8Array): void {
    const seat = this.#member?.seat ?? null;
    const { engine, inputs, delay } = this.#context;
    const end = Math.min(from + rows.length / MAX_SEATS, inputs.next);
    if (seat === null) return;
    for (let tick = engine.timeline.end; tick < end; tick++) {
      if (rows[(tick - from) * MAX_SEATS + seat] !== inputs.at(tick)) delay.eat();
    }
  }

  #findEnding(host: RemotePeer | undefined, nowMs: number): Ending | null {
    const channel = host?.channel.state;
    if (channel?.state === 'mismatch') {
      return { reason: 'version-mismatch', remoteNewer: channel.remoteNewer };
    }
    if (this.#member) this.#isMember = true;
    else if (this.#isMember) return { reason: 'kicked' };
    if (this.#hasWorld) {
      const silentMs = nowMs - (host?.channel.meter.lastHeardMs ?? nowMs);
      return silentMs > SILENCE_MAX_MS ? { reason: 'host-gone' } : null;
    }
    if (this.#readyAtMs !== null) {
      return nowMs - this.#readyAtMs > JOIN_TIMEOUT_MS ? { reason: 'join-timeout' } : null;
    }
    return nowMs - this.#context.nowMs > LINK_TIMEOUT_MS ? { reason: 'link-failed' } : null;
  }
}
