import type { Result } from '../../../shared/base/result.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import { RoomConnection } from '../../net/connect-room.ts';
import type { MakeLink } from '../../net/link/signalled-link.ts';
import type { WayNotes } from '../../net/link/way-notes.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { RoomPass } from '../../net/lobby/public-channel.ts';
import type { RoomChannel } from '../../net/lobby/room-channel.ts';
import type { Timers } from '../../time/timers.ts';
import type { TroubleRoom } from '../../ui/model/trouble-model.ts';

/** All tries of a link and those through the lobby take less. */
const TRIAL_MS = 75_000;

export type TrialPorts = {
  readonly lobby: RoomChannel & Pick<LobbyClient, 'joinRoom' | 'leaveRoom'>;
  readonly timers: Timers;
  readonly notes: WayNotes;
  readonly makeLink: MakeLink;
  readonly onJoined: (joined: JoinedRoom) => void;
  /** Once: a way was found, none was, or the lobby refused. */
  readonly onEnd: (end: 'found' | 'failed' | LobbyError) => void;
};

/** [L186] Looks for a way to the machine that orders a room, as going in does, and ends with the first one. */
export class WayTrial {
  readonly #ports: TrialPorts;
  #connection: RoomConnection | null = null;
  #cancel: () => void = () => {};
  #isOver = false;

  constructor(ports: TrialPorts, { code, name }: TroubleRoom, pass: RoomPass) {
    this.#ports = ports;
    ports.notes.add('asks the lobby');
    void ports.lobby.joinRoom(code, name, pass).then((joined) => this.#connect(joined));
  }

  /** Nothing more is told of it. */
  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#cancel();
    this.#connection?.close();
    this.#ports.lobby.leaveRoom();
  }

  #connect(joined: Result<JoinedRoom, LobbyError>): void {
    if (this.#isOver) return;
    const { lobby, timers, notes, makeLink, onJoined } = this.#ports;
    if (!joined.ok) return this.#end(joined.error);
    const { self, room } = joined.value;
    notes.add(`the lobby lets in, its relay is ${joined.value.relay ? 'on' : 'off'}`);
    onJoined(joined.value);
    const isThere = room.members.some(({ id, online }) => id === room.sequencer && online);
    if (!isThere) notes.add('the lobby does not hear the machine that orders the room');
    const connection = new RoomConnection(lobby, joined.value, { makeLink, timers });
    this.#connection = connection;
    connection.onLink = ({ remote }) => {
      if (remote === connection.room.sequencer) this.#end('found');
    };
    connection.onUnreachable = (peer) => {
      if (peer === connection.room.sequencer) this.#end('failed');
    };
    connection.onClosed = () => this.#end('failed');
    this.#cancel = timers.after(TRIAL_MS, () => this.#end('failed'));
    // The others have left it meanwhile.
    if (room.sequencer === self) this.#end('found');
  }

  #end(end: 'found' | 'failed' | LobbyError): void {
    if (this.#isOver) return;
    this.#ports.notes.add(typeof end === 'string' ? `this try: ${end}` : `refused: ${end.code}`);
    this.stop();
    this.#ports.onEnd(end);
  }
}
