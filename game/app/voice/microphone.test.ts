import { expect, test } from 'vitest';
import { mayOpenAgain, type MicrophoneWindow, openMicrophone } from './microphone.ts';

function windowOf(
  getUserMedia: (() => Promise<MediaStream>) | null,
  state: PermissionState | null = null,
): MicrophoneWindow {
  return {
    isSecureContext: true,
    navigator: {
      ...(getUserMedia && { mediaDevices: { getUserMedia } }),
      permissions: {
        query: () =>
          state === null
            ? Promise.reject(new TypeError('microphone is no permission here'))
            : Promise.resolve({ state } as PermissionStatus),
      },
    },
  };
}

const refusedWith = (name: string) => () => Promise.reject(Object.assign(new Error(), { name }));

test('the microphone is asked for with echo and noise taken out, and is silent at first', async () => {
  const track = { enabled: true };
  const wanted: unknown[] = [];
  const getUserMedia = (constraints?: MediaStreamConstraints) => {
    wanted.push(constraints);
    return Promise.resolve({ getAudioTracks: () => [track] } as unknown as MediaStream);
  };
  const opened = await openMicrophone(windowOf(getUserMedia));
  expect(opened).toEqual({ ok: true, value: track });
  expect(track.enabled).toBe(false);
  expect(wanted).toEqual([
    {
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        channelCount: 1,
      },
      video: false,
    },
  ]);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
])('a microphone that is refused with %s is %s', async (name, problem) => {
  expect(await openMicrophone(windowOf(refusedWith(name)))).toEqual({ ok: false, error: problem });
});

test('a page over plain http has no microphone, and is told that apart', async () => {
  expect(await openMicrophone(windowOf(null))).toEqual({ ok: false, error: 'missing' });
  const plain = { ...windowOf(null), isSecureContext: false };
  expect(await openMicrophone(plain)).toEqual({ ok: false, error: 'insecure' });
});

test('it is opened again by itself only where the browser would not ask', async () => {
  const nothing = refusedWith('AbortError');
  expect(await mayOpenAgain(windowOf(nothing, 'granted'))).toBe(true);
  expect(await mayOpenAgain(windowOf(nothing, 'prompt'))).toBe(false);
  expect(await mayOpenAgain(windowOf(nothing, null))).toBe(false);
});
