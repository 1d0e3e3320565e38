import { attempt } from '../../../shared/base/attempt.ts';
import { type Rate, TokenBucket } from '../../../shared/base/token-bucket.ts';
import type { IncomingVoice, VoicePayload } from '../../../shared/lobby/voice.ts';
import type { Timers } from '../../time/timers.ts';
import type { AudioPeer, AudioPeerSetup, CallPayload, MakeAudioPeer } from './audio-peer.ts';

/** `waiting`: nothing says that the other's voice is on. `failed`: no way was found, for now. */
export type CallState = 'waiting' | 'connecting' | 'open' | 'failed';

/** What a page said that was not done, and why. */
export type Ignored =
  /** Not in this room, or another page of that member. */
  | 'stranger'
  | 'muted'
  /** More often than anybody needs. */
  | 'flood'
  /** Of another call, or from the side that does not call. */
  | 'out-of-turn';

export type VoiceCallPorts = {
  /** [L158] The higher session calls. */
  readonly isCaller: boolean;
  readonly turnOnly: boolean;
  readonly own: MediaStreamTrack;
  readonly timers: Timers;
  readonly makePeer: MakeAudioPeer;
  readonly takeIceServers: () => Promise<RTCIceServer[]>;
  /** Higher each time, over all calls of this page. */
  readonly nextAttempt: () => number;
  readonly say: (attempt: number, payload: VoicePayload) => void;
  /** The other's voice; null when there is none any more. */
  readonly onVoice: (voice: MediaStreamTrack | null) => void;
  readonly onIgnored: (why: Ignored) => void;
};

/** As long as the game's own links are waited for, and the lobby on the way. */
const CONNECT_MS = 15_000;
/** Between tries, twice as long each time; the side that is called waits for the other one first. */
const RETRY_MS = 1000;
const ASK_LATER_MS = 3000;
/** In a row: then the pair rests until one of them begins anew. */
const TRIES = 4;
/** Calls and questions that another page may cause. */
const CAUSED: Rate = { burst: 4, perSecond: 1 / 3 };
/** A browser finds a dozen. */
const CANDIDATES_MAX = 64;

type Call = {
  readonly attempt: number;
  /** Null while ICE servers are asked for. */
  peer: AudioPeer | null;
  readonly waiting: CallPayload[];
  candidates: number;
};

/** [L158] The voices of two pages, seen from one of them. Whatever the other says, this does not throw. */
export class VoiceCall {
  readonly #ports: VoiceCallPorts;
  readonly #caused: TokenBucket;
  #state: CallState = 'waiting';
  #call: Call | null = null;
  /** Of the last call that was answered. */
  #answered = -1;
  #failures = 0;
  #cancel: () => void = () => {};
  #isClosed = false;

  constructor(ports: VoiceCallPorts) {
    this.#ports = ports;
    this.#caused = new TokenBucket(CAUSED, ports.timers.now());
  }

  get state(): CallState {
    return this.#state;
  }

  /** How loud the other is, 0 … 1. */
  level(): number {
    return this.#call?.peer?.level() ?? 0;
  }

  /** This person's voice is on: the other one hears of it, and may not have heard it before. */
  begin(): void {
    if (this.#state === 'open' || this.#isClosed) return;
    this.#failures = 0;
    this.#ports.say(0, { type: 'ready' });
  }

  receive({ attempt: number, payload }: Pick<IncomingVoice, 'attempt' | 'payload'>): void {
    if (this.#isClosed) return;
    switch (payload.type) {
      case 'over':
        this.#failures = 0;
        this.#drop('waiting');
        break;
      case 'ready':
        this.#takeReady();
        break;
      case 'offer':
        this.#takeOffer(number, payload);
        break;
      default:
        this.#takeRest(number, payload);
    }
  }

  /** Nothing is sent or heard any more, and the other side knows. */
  close(): void {
    if (this.#isClosed) return;
    this.#drop('waiting');
    this.#isClosed = true;
    this.#ports.say(0, { type: 'over' });
  }

  #isFlood(): boolean {
    return this.#caused.take(this.#ports.timers.now()) > 0;
  }

  #takeReady(): void {
    if (this.#isFlood()) return this.#ports.onIgnored('flood');
    this.#failures = 0;
    if (this.#ports.isCaller) return this.#start(this.#ports.nextAttempt());
    this.#drop('waiting');
    this.#ports.say(0, { type: 'ready' });
  }

  #takeOffer(number: number, offer: CallPayload): void {
    const isLate = number <= this.#answered;
    if (this.#ports.isCaller || isLate) return this.#ports.onIgnored('out-of-turn');
    if (this.#isFlood()) return this.#ports.onIgnored('flood');
    this.#answered = number;
    this.#start(number);
    this.#call?.waiting.push(offer);
  }

  #takeRest(number: number, payload: CallPayload): void {
    const call = this.#call;
    const isOurs = call?.attempt === number && (payload.type !== 'answer' || this.#ports.isCaller);
    if (call === null || !isOurs) return this.#ports.onIgnored('out-of-turn');
    if (payload.type === 'candidates') {
      call.candidates += payload.candidates.length;
      if (call.candidates > CANDIDATES_MAX) return this.#ports.onIgnored('flood');
    }
    if (call.peer) call.peer.hear(payload);
    else call.waiting.push(payload);
  }

  #start(number: number): void {
    this.#drop('connecting');
    const call: Call = { attempt: number, peer: null, waiting: [], candidates: 0 };
    this.#call = call;
    this.#cancel = this.#ports.timers.after(CONNECT_MS, () => this.#fail(call));
    void this.#make(call);
  }

  async #make(call: Call): Promise<void> {
    const { isCaller, turnOnly, own, timers, takeIceServers, makePeer, say, onVoice } = this.#ports;
    const iceServers = await takeIceServers();
    if (this.#call !== call) return;
    const isOver = (): boolean => this.#call !== call;
    const setup: AudioPeerSetup = {
      isCaller,
      turnOnly,
      iceServers,
      own,
      timers,
      say: (payload) => {
        if (!isOver()) say(call.attempt, payload);
      },
      onOpen: () => {
        if (!isOver()) this.#open();
      },
      onVoice: (voice) => {
        if (!isOver()) onVoice(voice);
      },
      onEnd: () => this.#fail(call),
    };
    // Browsers keep a limited number of connections, and throw beyond it.
    const peer = attempt(() => makePeer(setup), null);
    if (peer === null) return this.#fail(call);
    call.peer = peer;
    for (const payload of call.waiting.splice(0)) peer.hear(payload);
  }

  #open(): void {
    this.#cancel();
    this.#failures = 0;
    this.#state = 'open';
  }

  #fail(call: Call): void {
    if (this.#call !== call) return;
    this.#failures += 1;
    const isWorthIt = this.#failures < TRIES;
    this.#drop(isWorthIt ? 'connecting' : 'failed');
    if (!isWorthIt) return;
    const { isCaller, timers, nextAttempt, say } = this.#ports;
    const waitMs = RETRY_MS * 2 ** (this.#failures - 1);
    this.#cancel = isCaller
      ? timers.after(waitMs, () => this.#start(nextAttempt()))
      : timers.after(waitMs + ASK_LATER_MS, () => say(0, { type: 'ready' }));
  }

  #drop(state: CallState): void {
    this.#cancel();
    this.#state = state;
    const call = this.#call;
    this.#call = null;
    if (call === null) return;
    call.peer?.close();
    this.#ports.onVoice(null);
  }
}
