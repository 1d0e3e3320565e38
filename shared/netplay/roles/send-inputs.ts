import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId } from '../../room/command.ts';
import { type RoomState, findMember, findMemberOf } from '../../room/room-state.ts';
import { toShortTick } from '../../wire/fields.ts';
import { AHEAD_TOO_FAR } from '../../wire/input-packet.ts';
import type { HashCourier } from '../desync/hash-courier.ts';
import type { HintHashes } from '../desync/hint-hashes.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { PacketUse } from '../timing/send-pace.ts';
import type { OwnInputs } from '../timing/own-inputs.ts';
import type { CurrentTerm } from '../session/current-term.ts';
import type { Visibility } from '../session/visibility.ts';

/** What a follower tells its sequencer. */
export type Told = {
  readonly hashes: HashCourier;
  /** What is here will be replaced: nobody shall count on it. */
  readonly isStale: boolean;
  /** The life of the witness that the sequencer told. */
  readonly life: number;
};

/** What is sent, and who has to have it. */
export type SendInputsParts = {
  readonly engine: RoomEngine;
  readonly inputs: OwnInputs;
  readonly current: CurrentTerm;
  readonly visibility: Visibility;
  /** What each of the other members is told of the own states. */
  readonly hintHashes: HintHashes;
};

/**
 * Once a tick: the own inputs to everybody on whose link a packet is due. The sequencer gets them
 * from a spectator too, for the acknowledgement that rides on them.
 *
 * @param following null while there is no sequencer
 */
export function sendInputs(
  { engine, inputs, current, visibility, hintHashes }: SendInputsParts,
  own: MemberId | null,
  nowMs: number,
  remotes: Remotes,
  following: Told | null = null,
): void {
  const seat = own === null ? null : (findMember(engine.room, own)?.seat ?? null);
  const newest = Math.max(inputs.next - 1, 0);
  const ahead = Math.max(newest - engine.timeline.agreedEnd, 0);
  const body = {
    newestTick: toShortTick(newest),
    ahead: following?.isStale ? AHEAD_TOO_FAR : Math.min(ahead, AHEAD_TOO_FAR),
    hidden: visibility.isHidden,
  };
  hintHashes.observe();
  for (const remote of remotes.values()) {
    const isSequencer = following !== null && remote.peer === current.sequencer;
    if (isSequencer && following.hashes.hasNews) remote.pace.hurry();
    const isPlaying = seat !== null && isSeated(engine.room, remote.peer);
    const use = useOf(isSequencer, isPlaying);
    if (!remote.channel.isReady || !remote.pace.isDue(newest, use)) continue;
    const window = inputs.window(engine.timeline.agreedEnd);
    const packet = isSequencer
      ? ({
          type: 'input',
          ...body,
          inputs: window,
          hash: following.hashes.take(following.life),
        } as const)
      : ({ type: 'hint', ...body, inputs: window, hash: hintHashes.take(remote.peer) } as const);
    remote.pace.sent(newest, remote.channel.send(packet, nowMs));
  }
}

/** [N22] From and to spectators only a sign of life: an election waits for those who are heard. */
function useOf(isSequencer: boolean, isPlaying: boolean): PacketUse {
  if (isSequencer) return 'play';
  return isPlaying ? 'hint' : 'sign';
}

function isSeated(room: RoomState, peer: PeerId): boolean {
  return (findMemberOf(room, peer)?.seat ?? null) !== null;
}
