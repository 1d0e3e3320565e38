import { randomBytes } from 'node:crypto';
import { fail, type Result } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Logger } from '../log.ts';
import type { Timers } from '../timers.ts';
import { type Backplane, BEAT_MS, NODE_MS, type NodeName } from './backplane.ts';
import { NodeLife, SURE_MS } from './node-life.ts';
import { type NodeMessage, readNodeMessage, type Unsent } from './node-message.ts';

export type NodesPorts = {
  readonly backplane: Backplane;
  readonly timers: Timers;
  readonly log: Logger;
  readonly count: (what: string) => void;
  /** Codes of the rooms that are here. */
  readonly codes: () => Promise<readonly RoomCode[]>;
};

/** A message of this kind, as who takes it gets it. */
type Taken<Type extends NodeMessage['type']> = Extract<NodeMessage, { type: Type }>;
type Takers = { [Type in NodeMessage['type']]?: (message: Taken<Type>) => void };

/** Where a room is: at this node, at another, at none, over for good; `null` while nobody can say. */
export type FoundAt = NodeName | 'here' | 'nowhere' | 'ended' | null;

export type Answered = Result<object, Refusal>;

type Asked = { readonly node: NodeName; readonly answer: (answered: Answered) => void };

const NAME_BYTES = 12;
/** Less than a page waits for an answer, with time to ask once more. */
const ANSWER_MS = 1500;
const RETRY_MS = 500;
const LATER: Answered = fail({ code: 'TRY_LATER', retryMs: RETRY_MS });
/** No room's code. */
const QUICK = 'quick';

/** [L150] The other nodes of this lobby: who is there, who keeps what, and what is said between them. */
export class Nodes {
  readonly name = randomBytes(NAME_BYTES).toString('base64url') as NodeName;
  readonly life: NodeLife;
  /** Names that were claimed by another node meanwhile. */
  onTaken: (codes: readonly RoomCode[]) => void = () => {};
  /** Nothing is heard of a node any more. */
  onLost: (node: NodeName) => void = () => {};
  onFound: (node: NodeName) => void = () => {};
  /** The others have just been told that this node is there. */
  onBeat: () => void = () => {};

  readonly #ports: NodesPorts;
  readonly #takers: Takers = {};
  readonly #heardMs = new Map<NodeName, number>();
  readonly #asked = new Map<number, Asked>();
  /** [L152] Until when the node that a room was taken from may still decide for it. */
  readonly #doubtfulMs = new Map<string, number>();
  #asking = 0;
  #cancelLook: () => void = () => {};
  #lookedMs = 0;
  #isQuick = false;
  #isClosed = false;

  constructor(ports: NodesPorts) {
    this.#ports = ports;
    this.life = new NodeLife({
      ...ports,
      node: this.name,
      names: async () => [...(await ports.codes()), ...(this.#isQuick ? [QUICK] : [])],
      onTaken: (names) => {
        if (names.includes(QUICK)) this.#isQuick = false;
        this.onTaken(names.filter(isRoomName));
      },
      onBack: () => this.#beginAnew(),
    });
    void this.#listen();
    this.#lookLater();
  }

  /** This node keeps nothing any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Nodes that were heard lately, without this one. */
  get others(): readonly NodeName[] {
    return [...this.#heardMs.keys()];
  }

  take<Type extends NodeMessage['type']>(type: Type, run: (message: Taken<Type>) => void): void {
    this.#takers[type] = run as Takers[Type];
  }

  tell(to: NodeName | 'all', message: Unsent): void {
    void this.#publish(to, message);
  }

  /** Asks another node; `TRY_LATER` where no answer comes. */
  ask(node: NodeName, make: (id: number) => Unsent): Promise<Answered> {
    this.#asking = (this.#asking + 1) % 0x7fff_ffff;
    const id = this.#asking;
    const { timers, count } = this.#ports;
    count('node/ASKED');
    return new Promise((resolve) => {
      const answer = (answered: Answered): void => {
        cancel();
        this.#asked.delete(id);
        resolve(answered);
      };
      const cancel = timers.after(ANSWER_MS, () => {
        count('node/NO_ANSWER');
        answer(LATER);
      });
      this.#asked.set(id, { node, answer });
      void this.#publish(node, make(id)).then((heard) => heard === 1 || answer(LATER));
    });
  }

  answer(node: NodeName, id: number, { ...answered }: Answered): void {
    const reply = answered.ok
      ? { ok: true as const, value: answered.value }
      : { ok: false as const, error: answered.error };
    this.tell(node, { type: 'answer', id, reply });
  }

  /** [L155] Which node finds rooms for those who press PLAY: one for all. */
  async quickNode(): Promise<FoundAt> {
    const place = await this.claim(QUICK);
    this.#isQuick = place === 'here';
    return place;
  }

  /** Where this name is kept. */
  async find(name: string): Promise<FoundAt> {
    try {
      const home = await this.#ports.backplane.homeOf(name);
      if (home === null) return 'nowhere';
      if (home.node === this.name) return 'here';
      // Of a node that is gone: those who were in it may bring it back any moment.
      return home.isAlive ? home.node : null;
    } catch {
      return null;
    }
  }

  /** Takes a new name; false where it is another's, or nobody can say. */
  async claimNew(name: string): Promise<boolean> {
    try {
      const claim = await this.#ports.backplane.claim(name, this.name);
      return claim !== null && claim.home === this.name;
    } catch {
      return false;
    }
  }

  /**
   * [L151] Takes a name whose node does not answer, or that is nobody's.
   *
   * @param roomId of the room that a page has a ticket of
   */
  async claim(name: string, roomId?: string): Promise<FoundAt> {
    try {
      const home = await this.#ports.backplane.homeOf(name);
      if (home === null)
        return this.life.unsettledMs > 0 ? null : await this.#take(name, { roomId });
      if (home.node === this.name) return 'here';
      if (!home.isAlive) return await this.#take(name, { roomId });
      if (await this.#listens(home.node)) return home.node;
      const place = await this.#take(name, { roomId, unheard: home.node });
      // It may be alive and only deaf: it finds out before it is unsure of itself.
      if (place === 'here') this.#doubtfulMs.set(name, this.#ports.timers.now() + SURE_MS);
      return place;
    } catch {
      return null;
    }
  }

  /** [L152] Whether this node alone decides for what it keeps under this name. */
  mayDecide(name: string): boolean {
    const { timers } = this.#ports;
    if ((this.#doubtfulMs.get(name) ?? 0) > timers.now()) return false;
    this.#doubtfulMs.delete(name);
    return this.life.isSure;
  }

  release(name: string, endedId: string | null): void {
    this.#doubtfulMs.delete(name);
    if (this.#isClosed) return;
    // What cannot be said now is forgotten in time: nobody confirms it.
    this.#ports.backplane.release(name, this.name, endedId).catch(() => {});
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelLook();
    this.life.close();
    const { backplane } = this.#ports;
    await backplane.leave(this.name).catch(() => {});
    await this.#publish('all', { type: 'bye' });
    await backplane.close();
  }

  async #take(
    name: string,
    { roomId, unheard }: { readonly roomId?: string | undefined; readonly unheard?: NodeName },
  ): Promise<FoundAt> {
    const claim = await this.#ports.backplane.claim(name, this.name, {
      ...(roomId === undefined ? {} : { roomId }),
      ...(unheard === undefined ? {} : { unheard }),
    });
    if (claim === null) return 'ended';
    if (claim.home !== this.name) return claim.home;
    if (claim.before !== this.name) this.#ports.count('node/CLAIMED');
    return 'here';
  }

  async #listens(node: NodeName): Promise<boolean> {
    return (await this.#ports.backplane.publish(node, '')) > 0;
  }

  async #listen(): Promise<void> {
    const { backplane, log } = this.#ports;
    await backplane
      .listen(this.name, (text) => this.#hear(text))
      .catch((problem: unknown) => {
        log.error('node-deaf', { problem: describeProblem(problem) });
      });
  }

  /** How many heard it; -1 where nothing could be said. */
  async #publish(to: NodeName | 'all', message: Unsent): Promise<number> {
    const text = JSON.stringify({ ...message, from: this.name });
    try {
      const heard = await this.#ports.backplane.publish(to, text);
      if (heard === 0 && to !== 'all') this.#lose(to);
      return heard;
    } catch {
      return -1;
    }
  }

  #hear(text: string): void {
    const { timers, log, count } = this.#ports;
    if (text === '') return;
    const message = readNodeMessage(text);
    if (message === null) return count('node/UNREADABLE');
    const { from } = message;
    if (from === this.name) return;
    if (message.type === 'bye') return this.#lose(from);
    const isNew = !this.#heardMs.has(from);
    this.#heardMs.set(from, timers.now());
    try {
      if (isNew) this.#greet(from);
      if (message.type === 'answer') {
        const asked = this.#asked.get(message.id);
        if (asked?.node === from) asked.answer(message.reply);
      } else (this.#takers[message.type] as ((taken: NodeMessage) => void) | undefined)?.(message);
    } catch (problem) {
      log.error('node-message-failed', { type: message.type, problem: describeProblem(problem) });
    }
  }

  #greet(node: NodeName): void {
    // It may have come too late to hear the last word to all.
    this.tell(node, { type: 'here' });
    this.onFound(node);
  }

  /** Says that this node is there, and looks who else is. */
  #lookLater(): void {
    const { timers, backplane } = this.#ports;
    void this.#publish('all', { type: 'here' });
    this.onBeat();
    this.#lookedMs = timers.now();
    this.#cancelLook = timers.after(BEAT_MS, () => {
      const nowMs = timers.now();
      const hasHeard = backplane.isConnected && nowMs - this.#lookedMs < NODE_MS / 2;
      for (const [node, heardMs] of this.#heardMs) {
        // While this one is cut off, or was stopped, the others are not gone.
        if (!hasHeard) this.#heardMs.set(node, nowMs);
        else if (nowMs - heardMs >= NODE_MS) this.#lose(node);
      }
      this.#lookLater();
    });
  }

  /** [L154] What was said during an outage is lost: for each other all nodes are as newly started. */
  #beginAnew(): void {
    void this.#publish('all', { type: 'bye' });
    for (const node of this.others) this.#lose(node);
    void this.#publish('all', { type: 'here' });
  }

  #lose(node: NodeName): void {
    for (const { node: asked, answer } of this.#asked.values()) {
      if (asked === node) answer(LATER);
    }
    if (!this.#heardMs.delete(node)) return;
    this.#ports.count('node/LOST');
    this.onLost(node);
  }
}

function isRoomName(name: string): name is RoomCode {
  return name !== QUICK;
}
