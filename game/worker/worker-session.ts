import type { PeerId } from '../../shared/base/peer-id.ts';
import type { PageNumber } from '../../shared/consensus/members.ts';
import type { DesyncReport } from '../../shared/netplay/desync/desync-report.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import { keepWorld } from '../../shared/netplay/replication/kept-world.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { SessionStats } from '../../shared/netplay/session-stats.ts';
import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { SessionState } from '../../shared/netplay/session/session-state.ts';
import type { StadiumTransfer } from '../../shared/netplay/session/stadium-transfer.ts';
import type { MemberId, RoomRequest } from '../../shared/room/command.ts';
import { findPerson } from '../../shared/room/room-state.ts';
import type { ArenaSource, World } from '../../shared/room/world.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import { type InputBits, NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { decodeWorld } from '../../shared/wire/world-codec.ts';
import type { MovableLink } from '../net/link/moved-channel.ts';
import { FinalFold } from './final-fold.ts';
import { Instants, type InstantsClocks } from './instants.ts';
import { LobbyTeller } from './lobby-teller.ts';
import type { FromWorker, Picture, ToWorker } from './messages.ts';
import { ShownRoom } from './shown-room.ts';
import { SharedStadiums } from './shared-stadiums.ts';
import { WorkerChat } from './worker-chat.ts';
import { WorkerPanel } from './worker-panel.ts';
import { WorkerLinks } from './worker-links.ts';
import type { RoomThread } from './worker-thread.ts';

/** The page's clock, by which `advance` is called. */
export type WorkerClocks = InstantsClocks & {
  /** No time passes on it. */
  readonly isHeld: () => boolean;
};

/** A worker that says nothing for so long, and for so many ticks of the page, is gone: browsers end some without a word. */
const SILENT_MS = 5_000;
const SILENT_ADVANCES = 200;
/** The answer is a whole world. */
const RETELL_EVERY_MS = 1_000;

const LOST: SessionState = { state: 'closed', reason: 'link-failed' };

/**
 * A room over the network whose session runs in a worker: what the page does holds up neither packets nor
 * inputs of others. It shows what the worker said last, and says to the worker what its person does.
 */
export class WorkerSession implements RoomSession {
  readonly chat: WorkerChat;
  readonly panel: { readonly lane: WorkerPanel };
  readonly wishes = {
    open: [] as readonly RoomRequest[],
    takeMissed: () => this.#shown.takeMissed(),
  };
  /** Asks for the game's channels, to move them to the worker. */
  readonly moveChannel;
  readonly #options: PeerSessionOptions;
  readonly #thread: RoomThread;
  readonly #clocks: WorkerClocks;
  readonly #instants: Instants;
  readonly #links: WorkerLinks;
  readonly #lobby: LobbyTeller;
  readonly #stadiums: SharedStadiums;
  readonly #fold: FinalFold;
  readonly #shown: ShownRoom;
  readonly #onLost: () => void;
  #pictures: Picture[] = [];
  #held: InputBits = NEUTRAL_INPUT;
  #isHidden = false;
  #isClockHeld = false;
  #askedMs = Number.NEGATIVE_INFINITY;
  #heardMs: number;
  #advances = 0;
  #lost: SessionState | null = null;

  /** @param onLost the worker broke, or fell silent: the session is over */
  constructor(
    options: PeerSessionOptions,
    thread: RoomThread,
    clocks: WorkerClocks,
    onLost: () => void = () => {},
  ) {
    this.#options = options;
    this.#thread = thread;
    this.#clocks = clocks;
    this.#instants = new Instants(clocks);
    this.#onLost = onLost;
    this.#heardMs = clocks.now();
    const post = (message: ToWorker, transfer?: Transferable[]) => this.#post(message, transfer);
    this.#stadiums = new SharedStadiums(options.stadiums, post);
    const arenas: ArenaSource = (id) => this.#stadiums.arena(id);
    this.#fold = new FinalFold(arenas, options.recorder ?? null);
    this.#shown = new ShownRoom(options, arenas);
    this.#links = new WorkerLinks(post, this.#instants);
    this.moveChannel = this.#links.move;
    this.#lobby = new LobbyTeller(options, post);
    this.chat = new WorkerChat({ post, self: () => this.#me, now: clocks.now });
    this.panel = { lane: new WorkerPanel({ post, now: clocks.now }) };
    thread.onMessage = (message) => this.#take(message);
    this.#begin(arenas);
  }

  get state(): SessionState {
    return this.#lost ?? this.#shown.picture?.state ?? JOINING;
  }

  get self(): MemberId | null {
    return this.#shown.picture?.self ?? null;
  }

  get world(): World {
    return this.#shown.world;
  }

  get previous(): World {
    return this.#shown.previous;
  }

  get orderedTick(): number {
    return this.#shown.picture?.orderedTick ?? 0;
  }

  get eatenInputs(): number {
    return this.#shown.picture?.eatenInputs ?? 0;
  }

  get desyncs(): readonly DesyncReport[] {
    return this.#shown.picture?.stats.desyncs ?? NOTHING;
  }

  get transfers(): readonly StadiumTransfer[] {
    return this.#shown.picture?.transfers ?? NOTHING;
  }

  /** For whoever compares: the final world as this page played it. Null until it has begun. */
  get engine(): { readonly final: World; readonly hashes: FinalFold['hashes'] } | null {
    const { final, hashes } = this.#fold;
    return final && { final, hashes };
  }

  get hasNews(): boolean {
    return this.#pictures.length > 0;
  }

  blendAt(nowMs: number): number {
    return this.#shown.blendAt(this.#instants.toAbsolute(nowMs));
  }

  holdInput(bits: InputBits): void {
    if (bits === this.#held) return;
    this.#held = bits;
    this.#post({ type: 'held', bits });
  }

  setHidden(isHidden: boolean): void {
    if (isHidden === this.#isHidden) return;
    this.#isHidden = isHidden;
    this.#post({ type: 'hidden', isHidden });
  }

  request(request: RoomRequest): void {
    // The others get the text from the worker, which gets it before.
    if (request.type === 'stadium') this.#stadiums.tell(request.stadium);
    if (request.type === 'playOn') this.#stadiums.tell(request.moment);
    this.#post({ type: 'request', request });
  }

  keepWorld(): Uint8Array<ArrayBuffer> | null {
    const { final } = this.#fold;
    return final && this.state.state === 'live' ? keepWorld(final) : null;
  }

  takeEvents(): readonly MatchEvent[] {
    return this.#shown.takeEvents();
  }

  holds(event: MatchEvent): boolean {
    return this.#shown.holds(event);
  }

  reports(): readonly LinkReport[] {
    const { picture } = this.#shown;
    if (!picture) return NOTHING;
    const sinceMs = Math.max(0, this.#clocks.now() - this.#instants.toOwn(picture.absoluteMs));
    return picture.reports.map((one) => ({ ...one, silentMs: one.silentMs + sinceMs }));
  }

  /** Null before the worker has said anything. */
  stats(): SessionStats | null {
    return this.#shown.picture?.stats ?? null;
  }

  /** For trying out repairs: one number of the truth, wrong in the worker. */
  breakFinal(): void {
    this.#post({ type: 'break' });
  }

  addLink(link: MovableLink, page: PageNumber): void {
    this.#links.add(link, page);
  }

  forget(peer: PeerId): void {
    this.#post({ type: 'forget', peer });
  }

  advance(nowMs: number): void {
    for (const picture of this.#pictures.splice(0)) this.#show(picture);
    this.#watchThread(nowMs);
    this.#sayHeld();
    this.#lobby.tell([...this.#links.peers, ...this.world.room.members.map(({ peer }) => peer)]);
    this.#links.pump();
  }

  close(): void {
    this.#post({ type: 'close' });
  }

  /** Behind the goodbye, when the links are closed: the worker ends. */
  end(): void {
    this.#thread.end();
  }

  #begin(arenas: ArenaSource): void {
    const { self, name, role, sequencer, roomTag, stadium, seed, page, witness } = this.#options;
    const kept = this.#options.kept ?? null;
    const stadiums = [stadium, kept && decodeWorld(kept, arenas)?.room.stadium].flatMap(
      (id) => (id && this.#options.stadiums.text(id)) ?? [],
    );
    const beginning = { self, name, role, sequencer, roomTag, stadium, seed, page, kept, stadiums };
    this.#post({
      type: 'begin',
      beginning: { ...beginning, hasWitness: witness !== null },
      // What the options ask of the page may not be there yet: the first tick tells it.
      lobby: { life: 0, sequencer, isOutOfReach: false, heard: [sequencer] },
    });
  }

  #take(message: FromWorker): void {
    switch (message.type) {
      case 'picture':
        return void this.#pictures.push(message);
      case 'datagram':
        return this.#links.send(message.link, message.bytes);
      case 'close-link':
        return this.#links.close(message.link);
      case 'ask':
        return this.#lobby.ask(message.question, message.request);
      case 'stadium':
        return this.#stadiums.take(message.text);
      default:
    }
  }

  #show(picture: Picture): void {
    for (const ticks of picture.finals) this.#fold.take(ticks);
    // A text that came from the worker may have gone from a collection that holds a few.
    if (this.#fold.final === null) this.#askForWorld();
    this.#shown.show(picture);
    this.wishes.open = picture.wishes ?? this.wishes.open;
    this.chat.hear(picture);
    this.panel.lane.hear(picture);
    this.#links.hear(picture.channels, this.#instants.toOwn(picture.absoluteMs));
    this.#post({ type: 'seen', words: picture.words }, [picture.words.buffer]);
    this.#heardMs = this.#clocks.now();
    this.#advances = 0;
  }

  #askForWorld(): void {
    const nowMs = this.#clocks.now();
    if (nowMs - this.#askedMs < RETELL_EVERY_MS) return;
    this.#askedMs = nowMs;
    this.#post({ type: 'retell' });
  }

  #watchThread(nowMs: number): void {
    this.#advances += 1;
    const isSilent = nowMs - this.#heardMs > SILENT_MS && this.#advances > SILENT_ADVANCES;
    if (this.#lost !== null || (!isSilent && !this.#thread.isLost)) return;
    this.#lost = LOST;
    this.#onLost();
  }

  #sayHeld(): void {
    const isHeld = this.#clocks.isHeld();
    if (isHeld === this.#isClockHeld) return;
    this.#isClockHeld = isHeld;
    this.#post({ type: 'hold', isHeld });
  }

  get #me() {
    const { self, world } = this;
    return self === null ? undefined : findPerson(world.room, self);
  }

  #post(message: ToWorker, transfer?: Transferable[]): void {
    this.#thread.post(message, transfer);
  }
}

const NOTHING: readonly never[] = [];
const JOINING: SessionState = { state: 'joining', step: 'link', progress: 0 };
