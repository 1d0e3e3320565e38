import type { MemberId } from '../../room/command.ts';
import { findMemberOf, findPerson, type Person, type RoomState } from '../../room/room-state.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import { ChatLimit, type ChatRate, receiverRate } from '../chat/chat-limit.ts';
import { type ChatRoom, ChatWays } from '../chat/chat-ways.ts';
import type { PanelMessage, PanelWords } from '../chat/words.ts';
import type { PeerChannel } from '../link/peer-channel.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import {
  fitPanel,
  hashPanel,
  type Panel,
  PRESS_RATE,
  type PressRefusal,
  type RoomPanel,
} from './panel.ts';

/** [N70] A panel four times a second to each of a full room, where the sequencer passes all of them on. */
const PANEL_RATE: ChatRate = { count: 640, withinMs: 10_000 };
/** [N70] What a page says to have: each panel once. */
const HELD_RATE: ChatRate = { count: 80, withinMs: 10_000 };
/** ms: a script that begins again may not have been in the room when it was told. */
const TELL_EVERY_MS = 3_000;
type Limits = { readonly [Type in PanelMessage['type']]: ChatLimit };

/** Makes the lane of a session. */
export type MakePanelLane = (remotes: Remotes, room: () => ChatRoom) => PanelLane;

/** For sessions that need it from the beginning. */
export const makePanelLane: MakePanelLane = (remotes, room) => new PanelLane(remotes, room);

/** What a script has beside its lane; no page does. */
export interface PanelKeeper {
  /** [N70] A page said what it shows. */
  hold(member: MemberId, hash: number): void;
  /** [N71] False where no such button stands on its page. */
  press(member: MemberId, button: string): boolean;
  /** Once a tick, while the script is the host. `send`: false when there is no way. */
  serve(
    room: RoomState,
    self: MemberId,
    nowMs: number,
    send: (panel: Panel | null, to: Person) => boolean,
  ): void;
}

/**
 * [N69] What the script that is the host shows on the pages of its room, and what is pressed there: beside the
 * timeline, over the reliable lane of each link.
 */
export class PanelLane implements RoomPanel {
  /** Messages of others that were not believed, were too many or said nothing. */
  dropped = 0;
  /** Of a script; null: this is a page. */
  keeper: PanelKeeper | null = null;
  readonly #remotes: Remotes;
  readonly #room: () => ChatRoom;
  readonly #ways: ChatWays;
  readonly #own = new ChatLimit(PRESS_RATE);
  readonly #others = new Map<MemberId, Limits>();
  #shown: { readonly by: MemberId; readonly panel: Panel } | null = null;
  /** The way over which the script was told what stands here; another one: it may be another process. */
  #told: PeerChannel | null = null;
  #toldAtMs = 0;
  #nowMs = 0;

  constructor(remotes: Remotes, room: () => ChatRoom) {
    this.#ways = new ChatWays(remotes, room);
    this.#remotes = remotes;
    this.#room = room;
  }

  get shown(): Panel | null {
    return this.#shown?.panel ?? null;
  }

  press(button: string): PressRefusal | null {
    const script = this.#script();
    const isShown = this.shown?.buttons.some(({ id }) => id === button) === true;
    if (!script || !isShown || script.absent) return 'nobody';
    if (!this.#own.tryTake(this.#nowMs)) return 'too-fast';
    return this.#ways.offerTo({ type: 'press', button }, script) ? null : 'nobody';
  }

  /** False when a message is none of panels. */
  handle(remote: RemotePeer, message: ControlMessage): boolean {
    if (message.type !== 'panel' && message.type !== 'panelHeld' && message.type !== 'press') {
      return false;
    }
    this.#take(remote, message);
    return true;
  }

  /** Once a tick: sends what is due. */
  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#ways.advance(nowMs);
    const { room, self } = this.#room();
    const script = this.#script();
    if (self !== null && scriptOf(room)?.id === self) {
      this.keeper?.serve(room, self, nowMs, this.#send);
    } else if (script) this.#tellHeld(script);
    if (this.#shown !== null && this.#shown.by !== script?.id) this.#shown = null;
    if (!script) this.#told = null;
  }

  #take(remote: RemotePeer, message: PanelMessage): void {
    const { author: passedOn, relayTo, ...words } = message;
    const { room, self } = this.#room();
    const author = this.#authorOf(remote, passedOn);
    const script = scriptOf(room);
    if (self === null || !author || !script) return this.#drop();
    const isFromScript = author.id === script.id;
    const isTwicePassed = passedOn !== null && relayTo.length > 0;
    if (isTwicePassed || isFromScript !== (words.type === 'panel')) return this.#drop();
    if (!this.#limitsOf(author.id)[words.type].tryTake(this.#nowMs)) return this.#drop();
    if (relayTo.length > 0) return this.#relay(author, relayTo, words);
    if (words.type === 'panel') return this.#show(author.id, words.panel);
    if (self !== script.id || !this.keeper) return this.#drop();
    if (words.type === 'panelHeld') return this.keeper.hold(author.id, words.hash);
    if (!this.keeper.press(author.id, words.button)) this.#drop();
  }

  #show(by: MemberId, panel: Panel | null): void {
    const fitted = panel && fitPanel(panel);
    if (panel !== null && fitted === null) return this.#drop();
    const isSame = hashPanel(fitted) === hashPanel(this.shown) && this.#shown?.by === by;
    if (!isSame) this.#shown = fitted && { by, panel: fitted };
    this.#told = null;
  }

  readonly #send = (panel: Panel | null, to: Person): boolean =>
    this.#ways.offerTo({ type: 'panel', panel }, to);

  /** [N70] Says to the script what stands here: behind each panel, over each new way, and now and then. */
  #tellHeld(script: Person): void {
    const { sequencer } = this.#room();
    const remote = this.#remotes.get(script.peer) ?? this.#remotes.get(sequencer);
    const isOld = this.#shown !== null && this.#nowMs - this.#toldAtMs >= TELL_EVERY_MS;
    if (!remote || (remote.channel === this.#told && !isOld)) return;
    const hash = hashPanel(this.shown);
    if (!this.#ways.offerTo({ type: 'panelHeld', hash }, script)) return;
    this.#told = remote.channel;
    this.#toldAtMs = this.#nowMs;
  }

  /** [N19] Once, to those named: of a page to the script alone. */
  #relay(author: Person, relayTo: readonly MemberId[], words: PanelWords): void {
    const { room, self, sequencer } = this.#room();
    if (self === null || findPerson(room, self)?.peer !== sequencer) return this.#drop();
    const script = scriptOf(room);
    for (const id of new Set(relayTo)) {
      const member = findPerson(room, id);
      const isMeant = words.type === 'panel' ? id !== script?.id : id === script?.id;
      if (member && isMeant && id !== self) this.#ways.passOn(words, author.id, member);
    }
  }

  /** The member at the other end; or the one that the sequencer names, where that was not heard by itself. */
  #authorOf(remote: RemotePeer, passedOn: MemberId | null): Person | undefined {
    const { room, self, sequencer } = this.#room();
    if (passedOn === null) return findMemberOf(room, remote.peer);
    if (remote.peer !== sequencer || passedOn === self) return undefined;
    const author = findPerson(room, passedOn);
    return author && this.#ways.wasUnheard(author.peer) ? author : undefined;
  }

  /** Another member than this one. */
  #script(): Person | undefined {
    const { room, self } = this.#room();
    const script = scriptOf(room);
    return script?.id === self ? undefined : script;
  }

  #limitsOf(author: MemberId): Limits {
    const known = this.#others.get(author);
    if (known) return known;
    const limits = {
      panel: new ChatLimit(PANEL_RATE),
      panelHeld: new ChatLimit(receiverRate(HELD_RATE)),
      press: new ChatLimit(receiverRate(PRESS_RATE)),
    };
    this.#others.set(author, limits);
    return limits;
  }

  #drop(): void {
    this.dropped += 1;
  }
}

/** [N69] The one that may show panels: the host, while it is a script. */
function scriptOf(room: RoomState): Person | undefined {
  const host = findPerson(room, room.host);
  return host?.script === true ? host : undefined;
}
