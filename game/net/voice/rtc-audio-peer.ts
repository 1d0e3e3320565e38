import { attempt } from '../../../shared/base/attempt.ts';
import { CandidateBunch } from '../link/candidate-bunch.ts';
import type { AudioPeer, AudioPeerSetup, CallPayload } from './audio-peer.ts';
import { limitOpus, VOICE_BITS_PER_S } from './opus-limits.ts';

/** ms without a new packet after which nothing is heard of somebody, however loud the last one was. */
const STALE_MS = 400;
const OPUS = 'audio/opus';

/** A call over an `RTCPeerConnection` of its own, with one voice each way. */
export class RtcAudioPeer implements AudioPeer {
  readonly #setup: AudioPeerSetup;
  readonly #connection: RTCPeerConnection;
  readonly #bunch: CandidateBunch;
  #isOver = false;
  #isOpen = false;
  /** What is asked of the browser, one after the other: it refuses what comes in the midst. */
  #work: Promise<void> = Promise.resolve();
  #lastPacket = -1;
  #lastPacketMs = 0;

  /** Throws where a browser has no WebRTC. */
  constructor(setup: AudioPeerSetup) {
    this.#setup = setup;
    this.#connection = new RTCPeerConnection({
      iceServers: setup.iceServers,
      iceTransportPolicy: setup.turnOnly ? 'relay' : 'all',
    });
    this.#bunch = new CandidateBunch(setup.timers, (_, payload) => {
      if (payload.type === 'candidates') this.#say(payload);
    });
    const connection = this.#connection;
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null || candidate.candidate === '') return;
      const { candidate: text, sdpMid, sdpMLineIndex } = candidate;
      this.#bunch.put(0, { type: 'candidate', candidate: text, sdpMid, sdpMLineIndex });
    });
    connection.addEventListener('track', ({ track }) => {
      // The description was read: it has one medium, and that is a voice.
      if (track.kind === 'audio' && !this.#isOver) setup.onVoice(track);
    });
    connection.addEventListener('connectionstatechange', () => this.#follow());
    if (setup.isCaller) this.#do(() => this.#call());
  }

  hear(payload: CallPayload): void {
    this.#do(() => this.#take(payload));
  }

  level(): number {
    const receiver = this.#connection.getReceivers()[0];
    const source = attempt(() => receiver?.getSynchronizationSources()[0], null);
    if (source === null || this.#isOver) return 0;
    const nowMs = this.#setup.timers.now();
    if (source.rtpTimestamp !== this.#lastPacket) {
      this.#lastPacket = source.rtpTimestamp;
      this.#lastPacketMs = nowMs;
    }
    return nowMs - this.#lastPacketMs > STALE_MS ? 0 : (source.audioLevel ?? 0);
  }

  close(): void {
    this.#isOver = true;
    this.#bunch.clear();
    this.#connection.close();
  }

  async #call(): Promise<void> {
    const connection = this.#connection;
    const transceiver = connection.addTransceiver(this.#setup.own, {
      direction: 'sendrecv',
      sendEncodings: [{ maxBitrate: VOICE_BITS_PER_S }],
    });
    preferOpus(transceiver);
    const offer = await connection.createOffer();
    this.#say({ type: 'offer', sdp: offer.sdp ?? '' });
    await connection.setLocalDescription(offer);
  }

  async #take(payload: CallPayload): Promise<void> {
    const connection = this.#connection;
    if (payload.type === 'candidates') {
      for (const candidate of payload.candidates) await connection.addIceCandidate(candidate);
      return;
    }
    await connection.setRemoteDescription({ type: payload.type, sdp: limitOpus(payload.sdp) });
    if (payload.type === 'answer') return;
    const [transceiver] = connection.getTransceivers();
    if (transceiver?.receiver.track.kind !== 'audio') throw new Error('no call');
    transceiver.direction = 'sendrecv';
    preferOpus(transceiver);
    await transceiver.sender.replaceTrack(this.#setup.own);
    await limitSender(transceiver.sender);
    const answer = await connection.createAnswer();
    this.#say({ type: 'answer', sdp: answer.sdp ?? '' });
    await connection.setLocalDescription(answer);
  }

  #follow(): void {
    const { connectionState } = this.#connection;
    if (connectionState === 'failed') this.#end();
    if (connectionState !== 'connected' || this.#isOpen || this.#isOver) return;
    this.#isOpen = true;
    this.#setup.onOpen();
  }

  #say(payload: CallPayload): void {
    if (!this.#isOver) this.#setup.say(payload);
  }

  /** A step that the browser refuses ends the call: of what a stranger said, or of its own accord. */
  #do(step: () => Promise<void>): void {
    this.#work = this.#work
      .then(() => (this.#isOver ? undefined : step()))
      .catch(() => this.#end());
  }

  #end(): void {
    if (this.#isOver) return;
    this.close();
    this.#setup.onEnd();
  }
}

/** What limits Opus limits nothing else. A browser that cannot choose has it first anyway. */
function preferOpus(transceiver: RTCRtpTransceiver): void {
  const known = attempt(() => RTCRtpReceiver.getCapabilities('audio')?.codecs, []);
  const opus = known.filter(({ mimeType }) => mimeType.toLowerCase() === OPUS);
  if (opus.length > 0) attempt<void>(() => transceiver.setCodecPreferences(opus), undefined);
}

async function limitSender(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.maxBitrate = VOICE_BITS_PER_S;
  // Firefox had none to set before there was an answer; the description limits it there.
  if (parameters.encodings.length > 0) await sender.setParameters(parameters);
}
