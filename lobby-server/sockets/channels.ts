import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Channel, MemberPage } from './handlers.ts';

/** What a page hears as a member: the room, its seat, and itself alone. */
export function channelsOf(code: RoomCode, { id, session }: MemberPage): string[] {
  const channels: Channel[] = [{ room: code }, { room: code, member: id }, { room: code, session }];
  return channels.map(channelName);
}

/** What Socket.IO calls the sockets that a piece of news is for. */
export function channelName(channel: Channel): string {
  if (channel === 'list') return 'list';
  // Each socket is in a room of its own name.
  if ('connection' in channel) return channel.connection;
  if ('session' in channel) return `page ${channel.room} ${channel.session}`;
  return 'member' in channel ? `seat ${channel.room} ${channel.member}` : `room ${channel.room}`;
}
