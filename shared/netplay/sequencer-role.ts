import type { MemberId, RoomRequest } from '../sim/command.ts';
import { findMemberOf } from '../sim/room-state.ts';
import { type ControlMessage, REFUSALS } from '../wire/control-packet.ts';
import { unwrapTick } from '../wire/fields.ts';
import { HASH_EVERY_TICKS, type InputPacket } from '../wire/input-packet.ts';
import type { Packet } from '../wire/packets.ts';
import { Admission } from './admission.ts';
import { unwrapHashIndex } from './hash-history.ts';
import type { RemotePeer } from './remote-peer.ts';
import type { Remotes, Role, RoleContext } from './role.ts';
import type { SessionState } from './room-session.ts';
import { Sequencer } from './sequencer.ts';

/** The peer that makes ticks final, lets people in and keeps everybody supplied. */
export class SequencerRole implements Role {
  readonly state: SessionState = { state: 'live' };
  readonly isTimed = true;
  readonly slackTicks = Number.POSITIVE_INFINITY;
  readonly furthestTick = Number.POSITIVE_INFINITY;
  readonly self: MemberId | null;
  readonly sequencer: Sequencer;
  /** Peers whose state differed and was replaced. */
  repairs = 0;
  readonly #context: RoleContext;
  readonly #admission: Admission;

  constructor(context: RoleContext) {
    this.#context = context;
    this.sequencer = new Sequencer(context.engine);
    this.#admission = new Admission(context.engine, this.sequencer);
    const admitted = this.#admission.admit(context.self, context.name);
    this.self = 'member' in admitted ? admitted.member : null;
  }

  request(request: RoomRequest): void {
    if (this.self !== null) this.#admission.request(this.self, request);
  }

  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    if (packet.type === 'input') this.#takeInput(remote, packet, atMs);
    else if (packet.type === 'nack') remote.feed.acknowledgeSnapshot(packet.id, packet.missing);
    else if (packet.type === 'bye') this.#admission.dismiss(remote.peer);
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    if (message.type === 'join') this.#letIn(remote, message.name, message.fresh);
    if (message.type !== 'request') return;
    const member = findMemberOf(this.#context.engine.final.room, remote.peer);
    if (member) this.#admission.request(member.id, message.request);
  }

  decide(now: number): void {
    this.sequencer.advance(now);
  }

  advance(_nowMs: number, remotes: Remotes): null {
    this.#admission.advance();
    for (const remote of remotes.values()) {
      if (remote.isLost || remote.channel.state.state !== 'closed') continue;
      remote.isLost = true;
      this.#admission.lose(remote.peer);
    }
    return null;
  }

  send(_now: number, nowMs: number, remotes: Remotes): void {
    for (const remote of remotes.values()) {
      if (remote.isFed && remote.channel.isReady) this.#feed(remote, nowMs);
    }
  }

  #letIn(remote: RemotePeer, name: string, fresh: boolean): void {
    const admitted = this.#admission.admit(remote.peer, name);
    if ('refused' in admitted) {
      const code = REFUSALS.indexOf(admitted.refused);
      return remote.channel.sendControl({ type: 'refused', code });
    }
    remote.channel.sendControl({ type: 'welcome', member: admitted.member });
    remote.isFed = true;
    if (fresh) remote.needsSnapshot = true;
  }

  #takeInput(remote: RemotePeer, packet: InputPacket, atMs: number): void {
    const { engine, clock } = this.#context;
    const member = findMemberOf(engine.final.room, remote.peer);
    if (!member || remote.needsSnapshot || remote.feed.isLoading) return;
    const nowTick = clock.tickAt(atMs);
    const newest = unwrapTick(packet.newestTick, nowTick);
    remote.feed.acknowledge(newest - packet.behind, engine.timeline.end);
    this.#compareHash(remote, packet);
    if (member.seat === null || !this.sequencer.isInReach(newest)) return;
    this.sequencer.receive(member.seat, newest, packet.inputs, nowTick);
    if (newest >= engine.timeline.end) this.#admission.hear(member);
  }

  /** [N9] A peer whose final state differs gets ours and plays on. */
  #compareHash(remote: RemotePeer, packet: InputPacket): void {
    if (!packet.hash) return;
    const { hashes } = this.#context.engine;
    const index = unwrapHashIndex(packet.hash.index, hashes.newest);
    if (index <= remote.comparedHash) return;
    const own = hashes.get(index);
    if (own === undefined || index * HASH_EVERY_TICKS < remote.feed.startTick) return;
    remote.comparedHash = index;
    if (own === packet.hash.value) return;
    this.repairs += 1;
    remote.needsSnapshot = true;
  }

  #feed(remote: RemotePeer, nowMs: number): void {
    const { engine, clock } = this.#context;
    const member = findMemberOf(engine.final.room, remote.peer);
    if (remote.feed.end < engine.timeline.start) remote.needsSnapshot = true;
    if (remote.needsSnapshot && member) {
      remote.needsSnapshot = false;
      remote.feed.startSnapshot(engine.final);
    }
    if (remote.needsSnapshot) return;
    for (const part of remote.feed.takeSnapshotParts()) remote.channel.send(part, nowMs);
    if (!remote.pace.isDue()) return;
    const nowTick = clock.tickAt(nowMs);
    const seat = member?.seat ?? null;
    const confirm = remote.feed.buildConfirm(engine, this.sequencer, nowTick, seat);
    remote.pace.sent(remote.channel.send(confirm, nowMs));
  }
}
