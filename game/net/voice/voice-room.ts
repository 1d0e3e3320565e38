import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Room } from '../../../shared/lobby/room.ts';
import type { VoiceChannel } from '../lobby/room-channel.ts';

/** A room with others, as far as voices need it. */
export type VoiceRoom = {
  readonly self: PeerId;
  readonly lobby: VoiceChannel;
  /** As the lobby last told of it. */
  readonly room: () => Room;
  readonly takeIceServers: () => Promise<RTCIceServer[]>;
};
