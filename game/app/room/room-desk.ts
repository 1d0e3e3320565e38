import type { Kit } from '../../../shared/room/kit.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { BotLevelName } from '../../../shared/room/bots.ts';
import type {
  Arrangement,
  MatchRules,
  MemberId,
  RoomRequest,
} from '../../../shared/room/command.ts';
import type { Team } from '../../../shared/sim/team.ts';
import type { RoomActions } from '../../ui/model/view-model.ts';
import type { OnlineRoom } from './online-room.ts';

/** Where the person is at the moment: it may be another room with every look. */
export type Whereabouts = {
  readonly session: RoomSession;
  /** Null where nobody else can be. */
  readonly onlineRoom: OnlineRoom | null;
};

/** What a person asks of the room that it is in. Whether it may have it, the room decides. */
export class RoomDesk implements RoomActions {
  readonly #here: Whereabouts;

  constructor(here: Whereabouts) {
    this.#here = here;
  }

  readonly moveTo = (member: MemberId, team: Team): void => {
    this.#request({ type: 'team', member, team });
  };

  readonly remove = (member: MemberId): void => {
    const { onlineRoom } = this.#here;
    if (onlineRoom) onlineRoom.remove(member);
    else this.#request({ type: 'leave', member });
  };

  readonly handOver = (member: MemberId): void => {
    this.#request({ type: 'host', member });
  };

  readonly setCoHost = (member: MemberId, coHost: boolean): void => {
    this.#request({ type: 'coHost', member, coHost });
  };

  readonly addBot = (team: Team, level: BotLevelName): void => {
    this.#request({ type: 'bot', team, level });
  };

  readonly setLevel = (member: MemberId, level: BotLevelName): void => {
    this.#request({ type: 'level', member, level });
  };

  readonly setReady = (ready: boolean): void => {
    this.#request({ type: 'ready', ready });
  };

  readonly setRules = (rules: MatchRules): void => {
    this.#request({ type: 'rules', rules });
  };

  readonly setStadium = (stadium: string): void => {
    this.#request({ type: 'stadium', stadium });
  };

  /** Said once: while it is on its way it is not said again. */
  readonly beHere = (): void => {
    const { open } = this.#here.session.wishes;
    if (!open.some(({ type }) => type === 'here')) this.#request({ type: 'here' });
  };

  readonly start = (): void => {
    this.#request({ type: 'start' });
  };

  readonly pause = (paused: boolean): void => {
    this.#request({ type: 'pause', paused });
  };

  readonly setAuto = (size: number, rotates: boolean): void => {
    this.#request({ type: 'auto', size, rotates });
  };

  readonly setKit = (team: Team, kit: Kit | null): void => {
    this.#request({ type: 'kit', team, kit });
  };

  readonly wait = (waiting: boolean): void => {
    this.#request({ type: 'wait', waiting });
  };

  readonly arrange = (how: Arrangement): void => {
    this.#request({ type: 'arrange', how });
  };

  readonly vote = (against: MemberId | null, yes: boolean): void => {
    this.#request({ type: 'vote', against, yes });
  };

  readonly stop = (): void => {
    this.#request({ type: 'stop' });
  };

  #request(request: RoomRequest): void {
    this.#here.session.request(request);
  }
}
