import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { type Speaker, VoiceOutput } from './voice-output.ts';

const [ADA, BEN] = ['aaaaaaaa', 'bbbbbbbb'] as PeerId[] as [PeerId, PeerId];
const VOICE = {} as MediaStreamTrack;

function setUp() {
  const speakers: (Speaker & { plays: number })[] = [];
  const sound = { ...DEFAULT_SETTINGS.sound, master: 0.5, voice: 0.8 };
  const output = new VoiceOutput(
    () => sound,
    () => {
      const speaker = {
        srcObject: {} as MediaStream,
        autoplay: true,
        volume: 1,
        muted: false,
        plays: 0,
        play() {
          speaker.plays += 1;
          return Promise.reject(new Error('no gesture yet'));
        },
        pause() {
          speaker.plays = 0;
        },
      };
      speakers.push(speaker);
      return speaker;
    },
  );
  return { output, speakers, sound };
}

test('a voice is as loud as volume, voices and the person say together', () => {
  const { output, speakers, sound } = setUp();
  output.setVolume(ADA, 0.5);
  output.play(ADA, VOICE);
  output.play(BEN, VOICE);
  expect(speakers.map(({ volume }) => volume)).toEqual([0.2, 0.4]);
  output.setVolume(BEN, 0);
  expect(speakers[1]).toMatchObject({ volume: 0, muted: true });
  sound.muted = true;
  output.applySettings();
  expect(speakers.map(({ muted }) => muted)).toEqual([true, true]);
});

test('a voice that is gone is played no more, and its volume is kept for the next time', () => {
  const { output, speakers } = setUp();
  output.setVolume(ADA, 0.5);
  output.play(ADA, VOICE);
  output.play(ADA, null);
  expect(speakers[0]).toMatchObject({ srcObject: null, plays: 0 });
  output.play(ADA, VOICE);
  expect(speakers[1]!.volume).toBe(0.2);
});

test('what a browser does not let begin is begun by the next gesture', () => {
  const { output, speakers } = setUp();
  output.play(ADA, VOICE);
  output.wake();
  expect(speakers[0]!.plays).toBe(2);
});
