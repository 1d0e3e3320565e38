import type { PeerId } from '../../../shared/base/peer-id.ts';
import { relayedOnly } from '../../../shared/lobby/relay-only.ts';
import type { Room } from '../../../shared/lobby/room.ts';
import type { IncomingVoice, VoicePayload } from '../../../shared/lobby/voice.ts';
import type { VoiceChannel } from '../lobby/room-channel.ts';
import { type CallState, type Ignored, VoiceCall, type VoiceCallPorts } from './voice-call.ts';

export type VoiceCallsPorts = Pick<
  VoiceCallPorts,
  'own' | 'timers' | 'makePeer' | 'takeIceServers' | 'nextAttempt'
> & {
  readonly self: PeerId;
  readonly lobby: VoiceChannel;
  /** A voice is there; null: it is gone. */
  readonly onVoice: (peer: PeerId, voice: MediaStreamTrack | null) => void;
};

/** Those whom this person does not want to hear. */
type Muted = Pick<ReadonlySet<PeerId>, 'has'>;

type Known = { readonly session: number; readonly call: VoiceCall };

/** The voices of a room, from when this person turns voice on until it is off. */
export class VoiceCalls {
  readonly #ports: VoiceCallsPorts;
  readonly #calls = new Map<PeerId, Known>();
  readonly #unhear: () => void;
  /** What other pages said that was not done, by the reason. */
  readonly ignored = new Map<Ignored, number>();
  #room: Room | null = null;
  #muted: Muted = new Set<PeerId>();
  #wasOnline = true;

  constructor(ports: VoiceCallsPorts) {
    this.#ports = ports;
    this.#unhear = ports.lobby.line.hear('voice', (voice) => this.#receive(voice));
  }

  /** Runs every tick: who is here, and whom this person wants to hear. */
  follow(room: Room, muted: Muted): void {
    const { isOnline } = this.#ports.lobby;
    const isBack = isOnline && !this.#wasOnline;
    this.#wasOnline = isOnline;
    // What was said meanwhile went nowhere.
    if (isBack) for (const { call } of this.#calls.values()) call.begin();
    if (room === this.#room && muted === this.#muted) return;
    this.#room = room;
    this.#muted = muted;
    const wanted = room.members.filter(({ id }) => id !== this.#ports.self && !muted.has(id));
    for (const [id, { session, call }] of this.#calls) {
      if (wanted.some((member) => member.id === id && member.session === session)) continue;
      this.#calls.delete(id);
      call.close();
    }
    const own = room.members.find(({ id }) => id === this.#ports.self)?.session;
    if (own === undefined) return;
    for (const { id, session } of wanted) if (!this.#calls.has(id)) this.#meet(id, session, own);
  }

  /** Of everybody whose voice is on. */
  states(): ReadonlyMap<PeerId, CallState> {
    const all = Array.from(this.#calls, ([id, { call }]) => [id, call.state] as const);
    return new Map(all.filter(([, state]) => state !== 'waiting'));
  }

  /** How loud everybody is, 0 … 1. */
  levels(): ReadonlyMap<PeerId, number> {
    return new Map(Array.from(this.#calls, ([id, { call }]) => [id, call.level()]));
  }

  /** For good, on both sides. */
  close(): void {
    this.#unhear();
    for (const { call } of this.#calls.values()) call.close();
    this.#calls.clear();
  }

  #meet(id: PeerId, session: number, own: number): void {
    const { lobby, onVoice, timers, makePeer, takeIceServers, nextAttempt } = this.#ports;
    const call = new VoiceCall({
      isCaller: own > session,
      turnOnly: lobby.hidesAddress,
      own: this.#ports.own,
      timers,
      makePeer,
      takeIceServers,
      nextAttempt,
      say: (attempt, payload) => this.#say(id, session, attempt, payload),
      onVoice: (voice) => onVoice(id, voice),
      onIgnored: (why) => this.#ignore(why),
    });
    this.#calls.set(id, { session, call });
    call.begin();
  }

  /** [L141] A page that hides its address tells of nothing but TURN here either. */
  #say(to: PeerId, toSession: number, attempt: number, said: VoicePayload): void {
    const { lobby } = this.#ports;
    const payload = lobby.hidesAddress ? relayedOnly(said) : said;
    if (payload !== null) lobby.line.post('voice', { to, toSession, attempt, payload });
  }

  #receive(voice: IncomingVoice): void {
    const known = this.#calls.get(voice.from);
    if (known?.session === voice.fromSession) known.call.receive(voice);
    else this.#ignore(this.#muted.has(voice.from) ? 'muted' : 'stranger');
  }

  #ignore(why: Ignored): void {
    this.ignored.set(why, (this.ignored.get(why) ?? 0) + 1);
  }
}
