import { AskedChanges } from '../../headless/member/asked-changes.ts';
import { ScriptPanels } from '../../headless/member/script-panels.ts';
import { ScriptTalk } from '../../headless/member/script-talk.ts';
import { FinalFeed } from '../../headless/feed/final-feed.ts';
import type { Asked, Told } from '../../headless/feed/room-feed.ts';
import { makeOpenRoom } from '../../headless/own/open-room.ts';
import type { OpenRoom } from '../../headless/own/room-interface.ts';
import { makeHbInit } from '../../headless/script/hb-init.ts';
import {
  noHandlers,
  nothing,
  type RoomEventName,
  type ScriptRoomObject,
} from '../../headless/script/published-object.ts';
import type { ScriptRoom } from '../../headless/script/script-room.ts';
import { type Conditions, PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import { makePanelLane } from '../../shared/netplay/panel/panel-lane.ts';
import { findMemberOf, peopleIn, type Person } from '../../shared/room/room-state.ts';
import type { RoomRequest } from '../../shared/room/command.ts';
import type { World } from '../../shared/room/world.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';
import type { SimulatedPlayer } from '../simulation/simulated-player.ts';

export type ScriptedRoomOptions = {
  /** Without the script. */
  readonly players: number;
  readonly conditions?: Conditions;
  readonly config?: RoomConfigObject;
  /** Begins the script, which may call what it is given at once or later. Default: calls it with `config`. */
  readonly begin?: (init: ScriptInit, openRoom: OpenRoom) => void;
  /** Each event, before its handler is called. */
  readonly onEvent?: (name: RoomEventName) => void;
  /** At each turn of the script's machine, in virtual time. */
  readonly onTurn?: (nowMs: number) => void;
  /** What holds the buttons of the player at each place; the script is at place 0. */
  readonly createPlayer?: (peer: SimulatedPeer['session'], place: number) => SimulatedPlayer;
};

/** Where the simulated room is said to be. */
export const ROOM_URL = 'http://localhost:3000/j/PVX7Q2';

export type ScriptInit = ReturnType<typeof makeHbInit>;

/** A simulated room whose host is a script: everything that the script's process has but its links and its lobby. */
export class ScriptedRoom {
  readonly simulated: SimulatedRoom;
  readonly problems: { readonly event: string; readonly problem: unknown }[] = [];
  /** What the script asked of the timeline by itself. */
  readonly requested = new Set<RoomRequest['type']>();
  announcements = 0;
  /** Runs at each turn of the script's machine. */
  eachTurn: () => void = nothing;
  /** What was asked of the member that no session answers. */
  readonly asked: Asked[] = [];
  readonly #told: Told[] = [];
  #script: ScriptRoom | null = null;
  #room: ScriptRoomObject | null = null;

  constructor(options: ScriptedRoomOptions) {
    const { players, conditions = PERFECT, config = { noPlayer: true } } = options;
    let feed: FinalFeed | null = null;
    let changes: AskedChanges | null = null;
    let talk: ScriptTalk | null = null;
    const panels = new ScriptPanels((told) => this.#told.push(told));
    const asked: Asked[] = [];
    const ask = (one: Asked): void => {
      if (changes === null) return void asked.push(one);
      if (one.type === 'request') this.requested.add(one.request.type);
      if (one.type === 'request' || one.type === 'limits' || one.type === 'stadium') {
        changes.ask(one);
      } else if (one.type === 'kick') {
        changes.ask({ type: 'request', request: { type: 'leave', member: one.member } });
      } else if (one.type === 'say' || one.type === 'announce' || one.type === 'verdict') {
        if (one.type === 'announce') this.announcements += 1;
        talk?.ask(one);
      } else if (one.type === 'panel' || one.type === 'commonPanel') {
        panels.ask(one);
      } else this.asked.push(one);
    };
    const open = (script: ScriptRoom): ScriptRoom['ask'] => {
      // This machine is in one room.
      if (this.#script !== null) return () => {};
      this.#script = script;
      script.onEvent = options.onEvent ?? (() => {});
      return ask;
    };
    const onProblem = (event: string, problem: unknown): void =>
      void this.problems.push({ event, problem });
    const init = makeHbInit(open, onProblem);
    if (options.begin) options.begin(init, makeOpenRoom(open, onProblem));
    else this.#room = init(config);
    this.simulated = new SimulatedRoom({
      seed: 7,
      conditions,
      ...(options.createPlayer && { createPlayer: options.createPlayer }),
      watch: (recorder, { id, stadiums }) => {
        if (feed !== null) return recorder;
        feed = new FinalFeed(
          recorder,
          id,
          (stadium) => stadiums.text(stadium),
          (told) => this.#told.push(told),
        );
        return feed;
      },
      trace: (peer, nowMs) => {
        if (peer !== this.simulated.peers[0]) return;
        options.onTurn?.(nowMs);
        this.eachTurn();
        changes?.advance(nowMs);
        talk?.advance(peer.session.self, peer.session.engine.final);
        panels.follow(peer.session);
        feed?.flush();
        this.deliver();
      },
    });
    const host = this.simulated.addPeer();
    changes = new AskedChanges(host.session, host.stadiums);
    talk = new ScriptTalk(host.session.chat, (told) => this.#told.push(told));
    for (const one of asked) ask(one);
    this.#told.push({ type: 'link', url: ROOM_URL });
    // A script is alone when it makes its room, and has said what it is before others come.
    this.run(300);
    for (let player = 0; player < players; player += 1) {
      // As a page does where a script runs the room.
      this.simulated.addPeer().session.panel.bring(makePanelLane);
    }
  }

  /** Beside what its machine tells, as the lobby would. */
  tell(told: Told): void {
    this.#told.push(told);
  }

  /** What the script's thread hears when it comes to it. */
  deliver(): void {
    if (this.#script === null) return;
    for (const told of this.#told.splice(0)) this.#script.hear(told);
  }

  /** What the script's call gave; for a script that calls by itself there is nothing here. */
  get room(): ScriptRoomObject {
    if (this.#room === null) throw new Error('this script has its room object for itself');
    return this.#room;
  }

  /** The script has called what it was given. */
  get hasScript(): boolean {
    return this.#script !== null;
  }

  /** Another machine than the script's, on which its effects are seen. */
  get other(): SimulatedPeer {
    return this.simulated.peers[1]!;
  }

  /** The final world of another machine. */
  get seen(): World {
    return this.other.session.engine.final;
  }

  /** The member that sits at a place, as another machine has it. */
  memberAt(place: number): Person | undefined {
    return findMemberOf(this.seen.room, this.simulated.peers[place]!.id);
  }

  /** Events that the script heard, as `name` with its values, since `hearAll`. */
  readonly heard: [RoomEventName, ...unknown[]][] = [];

  /** Writes down every event but those that come sixty times a second. */
  hearAll(): void {
    for (const name of Object.keys(noHandlers()) as RoomEventName[]) {
      if (name === 'onGameTick' || name === 'onPlayerActivity') continue;
      Reflect.set(this.room, name, (...values: unknown[]) => {
        this.heard.push([name, ...values]);
      });
    }
  }

  /** The values of an event each time that it was heard. */
  told(name: RoomEventName): unknown[][] {
    return this.heard.filter(([heard]) => heard === name).map(([, ...values]) => values);
  }

  run(ms: number, isDone?: () => boolean): boolean {
    return this.simulated.run(ms, isDone);
  }

  /** Until something is so on another machine, or the script has heard it; fails when it never is. */
  until(isDone: () => boolean, withinMs = 5_000): void {
    if (!this.run(withinMs, isDone)) throw new Error(`not within ${withinMs} ms: ${isDone}`);
  }

  /** Everybody is here, nobody presses anything, and the script said that it is one. */
  settle(): void {
    this.until(() => this.#peopleKnown === this.simulated.peers.length);
    for (const { player } of this.simulated.peers) player.held = 0;
    this.until(() => this.memberAt(0)?.script === true);
  }

  /** To the script, itself among them. */
  get #peopleKnown(): number {
    const world = this.#script?.world;
    return world ? peopleIn(world.room).length : 0;
  }
}
