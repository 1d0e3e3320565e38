import { BOT_LEVEL_NAMES } from '../../shared/room/bots.ts';
import type { Member } from '../../shared/room/room-state.ts';
import { ANNOUNCEMENT_SOUNDS } from '../../shared/wire/announcement.ts';
import type { ScriptRoomObject } from '../script/published-object.ts';
import type { ScriptRoom } from '../script/script-room.ts';
import { buttonsOf, motionOf } from './match-now.ts';
import type { DiscKeeper } from './disc-keeper.ts';
import { readPanel } from './read-panel.ts';
import type {
  BotLevel,
  Buttons,
  DiscChange,
  LineLook,
  Motion,
  PanelContent,
  Player,
  TeamName,
} from './room-interface.ts';
import { nameOfTeam, teamOfName } from './team-names.ts';

export type OwnPlayerPorts = {
  readonly room: ScriptRoom;
  /** The published functions: they read what a script says, and do it. */
  readonly published: ScriptRoomObject;
  readonly discs: DiscKeeper;
};

/** A player by its number: what is read is asked of the final world each time. */
export class OwnPlayer implements Player {
  readonly id: number;
  readonly name: string;
  readonly isBot: boolean;
  readonly identity: string | null;
  readonly #ports: OwnPlayerPorts;
  /** As it was when it was here last. */
  #last: { readonly team: TeamName; readonly hasRights: boolean };

  constructor(ports: OwnPlayerPorts, member: Member) {
    this.#ports = ports;
    this.id = ports.room.view.numbers.of(member.id);
    this.name = member.name;
    this.isBot = member.type === 'bot';
    this.identity = ports.room.knownOf(member).auth;
    this.#last = { team: nameOfTeam(member.team), hasRights: false };
  }

  get isHere(): boolean {
    return this.#member !== null;
  }

  get team(): TeamName {
    return this.#now.team;
  }

  get hasRights(): boolean {
    return this.#now.hasRights;
  }

  get motion(): Motion | null {
    const { world } = this.#ports.room;
    const seat = this.#member?.seat ?? null;
    return seat === null || !world ? null : motionOf(world, world.arena.firstPlayerDisc + seat);
  }

  get buttons(): Buttons | null {
    const seat = this.#member?.seat ?? null;
    return seat === null ? null : buttonsOf(this.#ports.room.inputs[seat] ?? 0);
  }

  say(text: string, look: LineLook = {}): void {
    if (!this.isHere) return;
    sayTo(this.#ports.published, text, this.id, look);
  }

  show(panel?: PanelContent | null): void {
    const member = this.#member;
    if (member?.type !== 'person') return;
    const { room } = this.#ports;
    if (panel === undefined) room.ask({ type: 'commonPanel', member: member.id });
    else room.ask({ type: 'panel', panel: readPanel(panel), to: member.id });
  }

  moveTo(team: TeamName): void {
    this.#ports.published.setPlayerTeam(this.id, teamOfName(team) as TeamID);
  }

  giveRights(hasRights: boolean): void {
    this.#ports.published.setPlayerAdmin(this.id, Boolean(hasRights));
  }

  sendAway(reason = '', isForGood = true): void {
    this.#ports.published.kickPlayer(this.id, String(reason), Boolean(isForGood));
  }

  forgive(): void {
    this.#ports.published.clearBan(this.id);
  }

  change(disc: DiscChange): void {
    this.#ports.published.setPlayerDiscProperties(this.id, toProperties(disc));
  }

  paint(color: number | null): void {
    this.#ports.discs.paint(this.id, color);
  }

  wear(badge: string | null): void {
    this.#ports.published.setPlayerAvatar(this.id, badge);
  }

  setLevel(level: BotLevel): void {
    const member = this.#member;
    const known = BOT_LEVEL_NAMES.find((name) => name === level);
    if (member?.type !== 'bot' || known === undefined) return;
    const request = { type: 'level', member: member.id, level: known } as const;
    this.#ports.room.ask({ type: 'request', request });
  }

  get #member(): Member | null {
    return this.#ports.room.memberOf(this.id);
  }

  get #now(): { readonly team: TeamName; readonly hasRights: boolean } {
    const { room } = this.#ports;
    const member = this.#member;
    if (member === null || room.world === null) return this.#last;
    const hasRights = room.view.isAdmin(room.world, member);
    return (this.#last = { team: nameOfTeam(member.team), hasRights });
  }
}

/** @param to a player's number; null: to all */
export function sayTo(
  published: ScriptRoomObject,
  text: string,
  to: number | null,
  { color, style = 'normal', sound = 'chat' }: LineLook,
): void {
  const heard = ANNOUNCEMENT_SOUNDS.indexOf(sound);
  published.sendAnnouncement(
    String(text),
    to as number,
    color,
    style,
    heard < 0 ? undefined : heard,
  );
}

/** A disc in the words of the published interface, whose functions read the values. */
export function toProperties(disc: DiscChange): Partial<DiscPropertiesObject> {
  const { x, y, speedX, speedY, radius, bounce, inverseMass, damping, color } = Object(
    disc,
  ) as DiscChange;
  const properties = {
    x,
    y,
    xspeed: speedX,
    yspeed: speedY,
    radius,
    bCoeff: bounce,
    invMass: inverseMass,
    damping,
    color,
  };
  return properties as Partial<DiscPropertiesObject>;
}
