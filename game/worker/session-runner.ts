import { makePanelLane } from '../../shared/netplay/panel/panel-lane.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { readMoment } from '../../shared/replay/playable-moment.ts';
import { DISC_X } from '../../shared/sim/match-state.ts';
import { type InputBits, NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { MailFirst } from '../time/mail-first.ts';
import type { Timers } from '../time/timers.ts';
import { ChannelWay, type WorkerChannel } from './channel-way.ts';
import { FinalTape } from './final-tape.ts';
import { Instants } from './instants.ts';
import { LobbyEar } from './lobby-ear.ts';
import type { Beginning, ChannelWord, FromWorker, LobbyWord, ToWorker } from './messages.ts';
import { PictureMaker } from './picture-maker.ts';
import { WorkerLink } from './worker-link.ts';

/** Without a tick, as while somebody is joining, the page hears so often how it stands. */
const PICTURE_EVERY_MS = 50;
/** Pictures that the page has not shown yet; beyond that it stands still, and gets one when it goes on. */
const UNSEEN_MAX = 4;
/**
 * [N68] A page that says nothing for so long stands still, and its person cannot let go of a key: the disc stands,
 * as it does where inputs do not come (`SUBSTITUTED_TICKS` of the sequencer are as long).
 */
const HELD_MAX_MS = 250;

export type RunnerPorts = {
  readonly post: (message: FromWorker, transfer?: Transferable[]) => void;
  readonly timers: Timers;
  /** The same instant for the page and the worker. */
  readonly absoluteMs: () => number;
  /** Stops the clock of `timers`, or lets it go on. */
  readonly hold: (isHeld: boolean) => void;
};

type Running = {
  readonly session: PeerSession;
  readonly pictures: PictureMaker;
  readonly lobby: LobbyEar;
  readonly tape: FinalTape;
};

/** Runs the session of one room in a worker, by the page's word. */
export class SessionRunner {
  readonly #ports: RunnerPorts;
  readonly #instants: Instants;
  readonly #mail = new MailFirst();
  readonly #stadiums = new StadiumCollection(readMoment);
  readonly #ways = new Map<number, ChannelWay>();
  readonly #links = new Map<number, WorkerLink>();
  #running: Running | null = null;
  #held: InputBits = NEUTRAL_INPUT;
  #pageHeardMs = 0;
  #unseen = 0;
  #shownTick = -1;
  #shownMs = Number.NEGATIVE_INFINITY;

  constructor(ports: RunnerPorts) {
    this.#ports = ports;
    const { timers, absoluteMs } = ports;
    this.#instants = new Instants({ now: () => timers.now(), absoluteMs });
  }

  /** Takes what the page says. */
  take(message: ToWorker): void {
    this.#pageHeardMs = this.#ports.timers.now();
    if (message.type === 'begin') this.#begin(message.beginning, message.lobby);
    else if (message.type === 'channel') this.#addWay(message.id, message.channel);
    else if (message.type === 'hold') this.#ports.hold(message.isHeld);
    else if (message.type === 'held') this.#held = message.bits;
    else if (message.type === 'stadium') this.#stadiums.add(message.text);
    else if (message.type === 'hurry') this.#hurry(message.id);
    else if (this.#running) this.#tell(message, this.#running);
  }

  /** Once or more a tick. */
  beat(): void {
    const { timers, absoluteMs } = this.#ports;
    const nowMs = timers.now();
    if (this.#running === null || this.#mail.mustRead(absoluteMs())) return;
    const { session, pictures, tape } = this.#running;
    const isPageAway = nowMs - this.#pageHeardMs > HELD_MAX_MS;
    session.holdInput(isPageAway ? NEUTRAL_INPUT : this.#held);
    session.advance(nowMs);
    pictures.look();
    const isNews = session.world.tick !== this.#shownTick || !tape.isEmpty;
    if (isNews || nowMs - this.#shownMs >= PICTURE_EVERY_MS) this.#show(pictures, nowMs);
  }

  #show(pictures: PictureMaker, nowMs: number): void {
    if (this.#unseen >= UNSEEN_MAX) return;
    this.#unseen += 1;
    this.#shownMs = nowMs;
    const picture = pictures.make(nowMs, this.#ports.absoluteMs(), this.#channelWords());
    this.#shownTick = picture.tick;
    this.#ports.post(picture, [picture.words.buffer]);
  }

  #begin(beginning: Beginning, word: LobbyWord): void {
    const { post, timers } = this.#ports;
    const { hasWitness, stadiums, ...options } = beginning;
    for (const text of stadiums) this.#stadiums.add(text);
    const tape = new FinalTape();
    const lobby = new LobbyEar(word, (question, request) =>
      post({ type: 'ask', question, request }),
    );
    const session = new PeerSession({
      ...options,
      stadiums: {
        arena: this.#stadiums.arena,
        text: (id) => this.#stadiums.text(id),
        add: (text) => {
          const added = this.#stadiums.add(text);
          if (added.ok) post({ type: 'stadium', text });
          return added;
        },
      },
      nowMs: timers.now(),
      witness: hasWitness ? lobby : null,
      isOutOfReach: () => lobby.isOutOfReach,
      isHeardByLobby: (peer) => lobby.isHeard(peer),
      recorder: tape,
    });
    session.panel.bring(makePanelLane);
    this.#running = { session, tape, lobby, pictures: new PictureMaker(session, tape) };
  }

  #tell(message: AboutRoom, running: Running): void {
    const { session, pictures, lobby } = running;
    switch (message.type) {
      case 'seen':
        this.#unseen -= 1;
        return pictures.giveBack(message.words);
      case 'request':
        return session.request(message.request);
      case 'say':
        return pictures.refuse(session.chat.say(message.text, message.audience));
      case 'quick':
        return pictures.refuse(session.chat.sayQuick(message.id));
      case 'press':
        return void session.panel.lane?.press(message.button);
      case 'hidden':
        return session.setHidden(message.isHidden);
      case 'lobby':
        return lobby.heed(message.word);
      case 'ended':
        return lobby.end(message.ended);
      case 'answer':
        return lobby.answer(message.question, message.answer);
      case 'forget':
        return session.forget(message.peer);
      case 'close':
        return session.close();
      default:
        return this.#tellMore(message, running);
    }
  }

  #tellMore(message: AboutWays, { session, tape }: Running): void {
    switch (message.type) {
      case 'link':
        return this.#addLink(message, session);
      case 'link-word':
        return this.#links.get(message.link)?.heed(message.word);
      case 'datagram':
        return this.#links
          .get(message.link)
          ?.take(message.bytes, this.#instants.toOwn(message.absoluteMs));
      case 'retell':
        return tape.retell();
      default: {
        const { discs } = session.engine.final.match;
        discs[DISC_X] = discs[DISC_X]! + 1;
      }
    }
  }

  #addWay(id: number, channel: WorkerChannel): void {
    this.#ways.set(id, new ChannelWay(channel, this.#ports.timers));
  }

  #hurry(id: number): void {
    const way = this.#ways.get(id);
    if (way) way.isHurried = true;
  }

  #addLink({ link, remote, page, word }: ToWorker & { type: 'link' }, session: PeerSession): void {
    const { post, timers } = this.#ports;
    const added = new WorkerLink({
      remote,
      timers,
      word,
      findWay: (channel) => this.#ways.get(channel) ?? null,
      sendByPage: (bytes) => post({ type: 'datagram', link, bytes }),
      onClose: () => {
        this.#links.delete(link);
        post({ type: 'close-link', link });
      },
    });
    this.#links.set(link, added);
    session.addLink(added, page);
  }

  #channelWords(): readonly ChannelWord[] {
    // A way that is tried again and again leaves one each time.
    for (const [id, way] of this.#ways) if (way.isOver) this.#ways.delete(id);
    return Array.from(this.#ways, ([id, { counts, heardMs }]) => ({
      id,
      counts,
      heardMs: this.#instants.toAbsolute(heardMs),
    }));
  }
}

type BeforeRoom = 'begin' | 'channel' | 'hold' | 'held' | 'stadium' | 'hurry';
type AboutRoom = Exclude<ToWorker, { readonly type: BeforeRoom }>;
type AboutWays = Extract<
  ToWorker,
  { readonly type: 'link' | 'link-word' | 'datagram' | 'retell' | 'break' }
>;
