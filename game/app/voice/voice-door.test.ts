import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { OPEN_ACCESS, type RoomAccess } from '../../../shared/lobby/room-access.ts';
import type { Room } from '../../../shared/lobby/room.ts';
import { DEFAULT_SETTINGS } from '../../settings/settings.ts';
import { VoiceOutput } from '../../audio/voice-output.ts';
import { fakeAudio } from '../../../tests/links/fake-audio.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import type { VoiceRoom } from '../../net/voice/voice-room.ts';
import type { IncomingVoice, OutgoingVoice } from '../../../shared/lobby/voice.ts';
import { KeptVoice } from './kept-voice.ts';
import { VoiceDesk, type VoiceWindow } from './voice-desk.ts';
import { type Voice, VoiceDoor } from './voice-door.ts';

const [ADA, BEN] = ['aaaaaaaa', 'bbbbbbbb'] as PeerId[] as [PeerId, PeerId];
const CODE = 'PVX7Q2' as RoomCode;

/** A microphone that is there, or is not. */
class FakeTrack {
  enabled = true;
  isStopped = false;
  readonly #ends: (() => void)[] = [];

  addEventListener(_: 'ended', listen: () => void): void {
    this.#ends.push(listen);
  }

  stop(): void {
    this.isStopped = true;
  }

  unplug(): void {
    for (const end of this.#ends) end();
  }
}

class FakeRoom implements VoiceRoom {
  readonly self = ADA;
  readonly said: OutgoingVoice[] = [];
  access: RoomAccess = OPEN_ACCESS;
  quick = false;
  hearer: (voice: IncomingVoice) => void = () => {};
  readonly lobby = {
    isOnline: true,
    hidesAddress: false,
    access: null as VoiceRoom['lobby']['access'],
    line: {
      post: (_: 'voice', voice: OutgoingVoice) => void this.said.push(voice),
      hear: (_: 'voice', handle: (voice: IncomingVoice) => void) => {
        this.hearer = handle;
        return () => {};
      },
    },
  };

  constructor() {
    this.allow({});
  }

  allow(access: Partial<RoomAccess>): void {
    const all = { ...OPEN_ACCESS, ...access };
    this.lobby.access = {
      code: CODE,
      door: CODE,
      host: ADA,
      access: all,
      hasPassword: false,
      turn: false,
      key: null,
    };
  }

  readonly room = (): Room => {
    const member = (id: PeerId, session: number) => ({
      id,
      name: id,
      session,
      pageNumber: session,
      online: true,
    });
    return {
      code: CODE,
      sequencer: ADA,
      max: 8,
      quick: this.quick,
      revision: 1,
      members: [member(ADA, 1), member(BEN, 2)],
    };
  };

  takeIceServers = () => Promise.resolve([]);
}

type SetUp = {
  readonly permission?: PermissionState;
  readonly getUserMedia?: () => Promise<MediaStream>;
  readonly kept?: string;
};

function setUp({ permission = 'prompt', getUserMedia, kept }: SetUp = {}) {
  const timers = new ManualTimers();
  const audio = fakeAudio();
  const tracks: FakeTrack[] = [];
  const events = new Map<string, () => void>();
  const stored = new Map<string, string>(kept === undefined ? [] : [['peerball.voice', kept]]);
  const open = () => {
    tracks.push(new FakeTrack());
    return Promise.resolve({ getAudioTracks: () => [tracks.at(-1)!] } as unknown as MediaStream);
  };
  const window: VoiceWindow = {
    isSecureContext: true,
    navigator: {
      mediaDevices: { getUserMedia: getUserMedia ?? open },
      permissions: { query: () => Promise.resolve({ state: permission } as PermissionStatus) },
    },
    document: {
      hidden: false,
      addEventListener: ((type: string, listen: () => void) => {
        events.set(type, listen);
      }) as Document['addEventListener'],
    },
    addEventListener: (type, listen) => events.set(type, listen),
  };
  const muted = new Set<PeerId>();
  const loads: string[] = [];
  let isMissing = false;
  const door = new VoiceDoor({
    kept: new KeptVoice(
      () =>
        ({
          getItem: (key: string) => stored.get(key) ?? null,
          setItem: (key: string, text: string) => void stored.set(key, text),
          removeItem: (key: string) => void stored.delete(key),
        }) as Storage,
    ),
    load: async (shown) => {
      loads.push('voice');
      if (isMissing) return fail('offline');
      const output = new VoiceOutput(
        () => DEFAULT_SETTINGS.sound,
        () => ({
          srcObject: null,
          autoplay: true,
          volume: 1,
          muted: false,
          play: () => Promise.resolve(),
          pause: () => {},
        }),
      );
      const { makePeer } = audio;
      const desk = new VoiceDesk({ window, timers, shown, output, makePeer, muted: () => muted });
      return ok({ desk, parts: {} as Voice['parts'] });
    },
  });
  const room = new FakeRoom();
  let nowMs = 0;
  const tick = (isHeld = false, where: VoiceRoom | null = room) => {
    nowMs += 100;
    timers.advance(100);
    door.follow(where, isHeld, nowMs);
  };
  tick();
  return {
    door,
    room,
    tracks,
    stored,
    loads,
    audio,
    tick,
    hearBlur: () => events.get('blur')!(),
    lose: () => {
      isMissing = true;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

test('nothing is loaded and no microphone asked for before voice is turned on', async () => {
  const { door, loads, tracks, tick } = setUp();
  tick(true);
  await settle();
  expect([loads, tracks]).toEqual([[], []]);
  door.turnOn();
  expect(door.state.value).toBe('asking');
  await settle();
  expect(door.state.value).toBe('on');
  expect(tracks).toHaveLength(1);
});

test('[L159] the microphone is open while the key is held, and no longer', async () => {
  const { door, tracks, tick } = setUp();
  door.turnOn();
  await settle();
  tick(false);
  expect(tracks[0]!.enabled).toBe(false);
  tick(true);
  expect([tracks[0]!.enabled, door.isTalking.value]).toEqual([true, true]);
  expect([...door.speaking.value]).toEqual([ADA]);
  tick(false);
  expect([tracks[0]!.enabled, door.isTalking.value]).toEqual([false, false]);
});

test('[L159] a window that is looked away from closes it, also one that was latched', async () => {
  const { door, tracks, hearBlur } = setUp();
  door.turnOn();
  await settle();
  door.latch(true);
  expect(tracks[0]!.enabled).toBe(true);
  hearBlur();
  expect([tracks[0]!.enabled, door.isLatched.value]).toEqual([false, false]);
});

test('[L157] in a public room, a quick one, or by the host’s word there is no voice', async () => {
  const { door, room, tick, tracks } = setUp();
  door.turnOn();
  await settle();
  room.allow({ voice: false });
  tick();
  expect([door.isAllowed.value, door.state.value]).toEqual([false, 'off']);
  expect(tracks[0]!.isStopped).toBe(true);
  room.allow({ visibility: 'public' });
  tick();
  expect(door.isAllowed.value).toBe(false);
  door.turnOn();
  await settle();
  expect(door.state.value).toBe('off');
  room.allow({});
  room.quick = true;
  tick();
  expect(door.isAllowed.value).toBe(false);
});

test('who leaves the room closes the microphone, and says so to the others', async () => {
  const { door, room, tick, tracks } = setUp();
  door.turnOn();
  await settle();
  tick();
  tick(false, null);
  expect(tracks[0]!.isStopped).toBe(true);
  expect(room.said.map(({ payload }) => payload.type)).toEqual(['ready', 'over']);
  expect(door.isAllowed.value).toBe(false);
});

test('a microphone that is refused is said, and voice can be tried again', async () => {
  const getUserMedia = () =>
    Promise.reject(Object.assign(new Error(), { name: 'NotAllowedError' }));
  const { door } = setUp({ getUserMedia });
  door.turnOn();
  await settle();
  expect([door.state.value, door.problem.value]).toEqual(['off', 'denied']);
  door.turnOn();
  await settle();
  expect([door.state.value, door.problem.value]).toEqual(['off', 'denied']);
});

test('a microphone that opens after voice was turned off again is closed at once', async () => {
  let give: (stream: MediaStream) => void = () => {};
  const getUserMedia = () => new Promise<MediaStream>((resolve) => (give = resolve));
  const { door } = setUp({ getUserMedia });
  door.turnOn();
  await settle();
  door.turnOff();
  const track = new FakeTrack();
  give({ getAudioTracks: () => [track] } as unknown as MediaStream);
  await settle();
  expect([door.state.value, track.isStopped]).toEqual(['off', true]);
});

test('a microphone that is unplugged ends voice, and is said', async () => {
  const { door, tracks } = setUp();
  door.turnOn();
  await settle();
  tracks[0]!.unplug();
  expect([door.state.value, door.problem.value]).toEqual(['off', 'ended']);
});

test('a part that does not come is said', async () => {
  const { door, lose } = setUp();
  lose();
  door.turnOn();
  await settle();
  expect([door.state.value, door.problem.value]).toEqual(['off', 'offline']);
});

test('after a reload voice is on again in the same room, if nobody has to be asked', async () => {
  const again = setUp({ kept: CODE, permission: 'granted' });
  await settle();
  expect(again.door.state.value).toBe('on');
  const asks = setUp({ kept: CODE, permission: 'prompt' });
  await settle();
  expect([asks.door.state.value, asks.tracks]).toEqual(['off', []]);
  const elsewhere = setUp({ kept: 'CCCCCC', permission: 'granted' });
  await settle();
  expect([elsewhere.door.state.value, elsewhere.loads]).toEqual(['off', []]);
});

test('what is kept for that is the room, until voice is turned off by hand', async () => {
  const { door, stored, tick } = setUp();
  door.turnOn();
  await settle();
  expect([...stored]).toEqual([['peerball.voice', CODE]]);
  tick(false, null);
  expect(stored.size).toBe(1);
  tick();
  await settle();
  door.turnOff();
  expect(stored.size).toBe(0);
});

test('who is heard has a volume, by this person’s wish', async () => {
  const { door, room, tick, audio } = setUp();
  door.turnOn();
  await settle();
  tick();
  const from = { from: BEN, fromSession: 2, attempt: 1 };
  room.hearer({ ...from, payload: { type: 'offer', sdp: 'x' } });
  await settle();
  audio.made[0]!.loudness = 0.2;
  tick();
  expect(door.others.value).toEqual(new Map([[BEN, { state: 'open', volume: 1 }]]));
  expect([...door.speaking.value]).toEqual([BEN]);
  door.setVolume(BEN, 0.3);
  expect(door.others.value.get(BEN)).toEqual({ state: 'open', volume: 0.3 });
});
