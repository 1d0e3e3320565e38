import { AccessDesk } from '../../game/app/list/access-desk.ts';
import { OnlineRoom } from '../../game/app/room/online-room.ts';
import { makeRoomLink } from '../../game/net/invite-link.ts';
import { KeptMatchStore } from '../../game/net/kept-match.ts';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomEnd } from '../../game/net/lobby/room-channel.ts';
import { pageTimers } from '../../game/time/timers.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { readMoment } from '../../shared/replay/playable-moment.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { FinalFeed } from '../feed/final-feed.ts';
import type { Asked, RoomWish, Told } from '../feed/room-feed.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { AskedChanges } from './asked-changes.ts';
import { KnownPeople, type PeopleDesk } from './known-people.ts';
import { ScriptPanels } from './script-panels.ts';
import { ScriptTalk } from './script-talk.ts';
import { enterRoom, forgetRoom } from './enter-room.ts';
import type { KeptTexts } from '../feed/kept-texts.ts';

export type MemberRoomPorts = {
  /** Where the lobby is. */
  readonly lobbyUrl: string;
  /** What the next process needs to come back. */
  readonly storage: KeptTexts;
  readonly log: (line: string) => void;
};

const GUEST_KEY = 'room.guest';
const FIRST_STADIUM = 'classic';
/** ms: a room in which nobody asks anything of the lobby for a quarter of an hour is ended by it. */
const USE_EVERY_MS = 300_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

type Open = {
  readonly room: OnlineRoom;
  readonly session: PeerSession;
  readonly feed: FinalFeed;
  readonly changes: AskedChanges;
  readonly talk: ScriptTalk;
  readonly people: KnownPeople;
};

/**
 * A member without a page, in one room: it makes the room or comes back to it, and plays its part as every
 * peer does, the sequencer's among them. What its script asks waits until it is there.
 */
export class MemberRoom {
  /** What the script hears. */
  tell: (told: Told) => void = () => {};
  readonly #ports: MemberRoomPorts;
  readonly #lobby: LobbyClient;
  readonly #access: AccessDesk;
  readonly #stadiums = new StadiumCollection(readMoment);
  readonly #panels = new ScriptPanels((told) => this.tell(told));
  #wish: RoomWish | null = null;
  #open: Open | null = null;
  #asked: Asked[] = [];
  #isClosed = false;
  #isAccessDue = false;
  #url: string | null = null;
  #usedMs = 0;

  constructor(ports: MemberRoomPorts) {
    this.#ports = ports;
    const { storage } = ports;
    this.#lobby = new LobbyClient({
      url: ports.lobbyUrl,
      guests: {
        load: () => storage.getItem(GUEST_KEY),
        save: (guest) => storage.setItem(GUEST_KEY, guest),
      },
      ticket: new KeptTicket(() => storage),
    });
    // Asked for something, it would connect only then.
    this.#lobby.connect();
    this.#access = new AccessDesk({
      lobby: this.#lobby,
      timers: pageTimers,
      onKnock: () => {},
      hand: () => 'keys',
      mapName: () => this.#mapName,
    });
  }

  /** Where the room is now; null until it is there. */
  get session(): PeerSession | null {
    return this.#open?.session ?? null;
  }

  /** The link of the room; null until it is there. */
  get link(): string | null {
    return this.#url;
  }

  ask(asked: Asked): void {
    if (asked.type === 'open') return this.#begin(asked.wish);
    if (this.#open === null) this.#asked.push(asked);
    else this.#answer(asked, this.#open);
  }

  /** Sixty times a second. */
  advance(nowMs: number): void {
    const open = this.#open;
    if (open === null) return;
    const { room, session, feed, changes, talk, people } = open;
    session.advance(nowMs);
    room.keep(nowMs);
    changes.advance(nowMs);
    talk.advance(session.self, session.engine.final);
    this.#panels.follow(session);
    // A script asks who somebody is as it hears that this one came.
    if (!people.advance(session.engine.final.room, nowMs)) feed.flush();
    this.#access.follow(session.world, nowMs);
    this.#openAccess();
    this.#tellLink();
    if (nowMs - this.#usedMs > USE_EVERY_MS) {
      this.#usedMs = nowMs;
      void this.#lobby.fetchIce();
    }
    if (session.state.state === 'closed') this.#lose(`session: ${session.state.reason}`);
  }

  /** Out of the room for good; the goodbye leaves while `advance` goes on for a moment. */
  leave(): void {
    this.#isClosed = true;
    forgetRoom(this.#ports.storage);
    this.#open?.room.close();
    this.#lobby.leaveRoom();
  }

  /** Behind `leave`, once its goodbye is on its way: for those who go on without this room. */
  close(): void {
    this.#lobby.close();
  }

  /** The process ends, and another one comes back to this room. */
  depart(): void {
    this.#isClosed = true;
    this.#open?.room.depart();
    this.#lobby.depart();
  }

  #begin(wish: RoomWish): void {
    const isFirst = this.#wish === null;
    this.#wish = wish;
    this.#isAccessDue = true;
    if (isFirst) return void this.#enter(wish);
    // A script that was loaded anew finds the room that it had.
    this.#panels.clear();
    this.#url = null;
    this.retell();
  }

  /** Tells the script the room as it is now, which it may have missed. */
  retell(): void {
    this.#open?.feed.retell(this.#open.session.engine.final);
  }

  async #enter(wish: RoomWish): Promise<void> {
    const { storage, log } = this.#ports;
    const isOver = (): boolean => this.#isClosed;
    const joined = await enterRoom({ lobby: this.#lobby, storage, log, wait, isOver }, wish);
    if (this.#isClosed) return;
    if (joined === null) return this.tell({ type: 'over', why: 'VERSION' });
    this.#open = this.#makeRoom(joined, wish);
    this.#isAccessDue = true;
    for (const asked of this.#asked.splice(0)) this.#answer(asked, this.#open);
  }

  #makeRoom(joined: JoinedRoom, { name }: RoomWish): Open {
    const { storage } = this.#ports;
    const made: { session?: PeerSession; feed?: FinalFeed } = {};
    const room = new OnlineRoom({
      lobby: this.#lobby,
      joined,
      name,
      makeSession: (options) => {
        const textOf = (stadium: string) => this.#stadiums.text(stadium);
        const tell = (told: Told) => this.tell(told);
        const recorder = options.recorder!;
        made.feed = new FinalFeed(recorder, joined.self, textOf, tell);
        made.session = new PeerSession({ ...options, recorder: made.feed });
        return made.session;
      },
      stadiums: this.#stadiums,
      stadium: FIRST_STADIUM,
      // No person plays here whose matches could count.
      skill: { count: () => {} },
      nowMs: pageTimers.now(),
      seed: crypto.getRandomValues(new Uint32Array(1))[0]!,
      keptMatches: new KeptMatchStore(
        () => storage,
        () => Date.now(),
      ),
      // A seat in a match is a person's; the script's own place is kept by its guest.
      leftSeats: { save: () => {}, clear: () => {} },
      onEnd: (end) => this.#end(end),
      onElsewhere: () => {},
    });
    const session = made.session!;
    const changes = new AskedChanges(session, this.#stadiums);
    const talk = new ScriptTalk(session.chat, (told) => this.tell(told));
    const { line } = this.#lobby;
    const desk: PeopleDesk = {
      askPeople: (code) => line.ask('room:people', { code }),
      forgive: (code, auth) => line.ask('room:forgive', { code, auth }),
    };
    const people = new KnownPeople(joined.room.code, desk, (known) =>
      this.tell({ type: 'people', people: known }),
    );
    return { room, session, feed: made.feed!, changes, talk, people };
  }

  #answer(asked: Asked, { room, session, changes, talk, people }: Open): void {
    switch (asked.type) {
      case 'request':
      case 'limits':
      case 'stadium':
        return changes.ask(asked);
      case 'say':
      case 'announce':
      case 'verdict':
        return talk.ask(asked);
      case 'panel':
      case 'commonPanel':
        return this.#panels.ask(asked);
      case 'kick': {
        const peer = findMember(session.world.room, asked.member)?.peer ?? null;
        room.remove(asked.member);
        // Those who are sent away are kept out: one that may come back is forgiven at once.
        if (!asked.isBan && peer !== null) people.forgive(peer, pageTimers.now());
        return;
      }
      case 'forgive':
        return people.forgive(asked.peer, pageTimers.now());
      case 'password':
        return this.#access.change({}, asked.password);
      default:
    }
  }

  /** [L92] As the script opened it, once the lobby takes this member for the host. */
  #openAccess(): void {
    const wish = this.#wish;
    if (!this.#isAccessDue || wish === null || !this.#access.isHost.value) return;
    this.#isAccessDue = false;
    const visibility = wish.isPublic ? 'public' : 'unlisted';
    this.#access.change({ visibility, title: wish.title, spectators: true }, wish.password);
  }

  #tellLink(): void {
    const { access } = this.#lobby;
    if (access === null) return;
    const url = makeRoomLink(this.#ports.lobbyUrl, access.door, access.key);
    if (this.#url === url) return;
    this.#url = url;
    this.#ports.log(`room ${this.#url}`);
    this.tell({ type: 'link', url: this.#url });
  }

  #end(end: RoomEnd): void {
    if (this.#isClosed || end === 'left') return;
    if (end === 'replaced') {
      this.#isClosed = true;
      this.#ports.log('another process has this room now');
      return this.tell({ type: 'over', why: end });
    }
    this.#lose(`lobby: ${end}`);
  }

  /** The room goes on without this member, or is over: it comes again, or another one is made. */
  #lose(why: string): void {
    const wish = this.#wish;
    if (this.#isClosed || this.#open === null || wish === null) return;
    this.#ports.log(`out of the room (${why}), coming back`);
    this.#open.room.hangUp();
    this.#open = null;
    this.#url = null;
    void this.#enter(wish);
  }

  get #mapName(): string {
    const id = this.#open?.session.world.room.stadium ?? FIRST_STADIUM;
    return this.#stadiums.stadium(id)?.name ?? id;
  }
}
