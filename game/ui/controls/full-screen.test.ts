import { afterEach, expect, test, vi } from 'vitest';
import { toggleFullScreen } from './full-screen.ts';

afterEach(() => void vi.unstubAllGlobals());

/** What a device is asked for, in order; `turns`: a page may turn it. */
function device(turns: 'yes' | 'no' | 'refused'): { readonly asked: string[] } {
  const asked: string[] = [];
  const lock = async (to: string): Promise<void> => {
    asked.push(to);
    if (turns === 'refused') throw new Error('not here');
  };
  const documentElement = { requestFullscreen: async () => void asked.push('full') };
  vi.stubGlobal('document', { fullscreenElement: null, documentElement });
  vi.stubGlobal('screen', { orientation: turns === 'no' ? {} : { lock } });
  return { asked };
}

test('[V67] full screen is wide where the device lets a page turn it, and full all the same elsewhere', async () => {
  for (const [turns, wanted] of [
    ['yes', ['full', 'landscape']],
    ['no', ['full']],
    ['refused', ['full', 'landscape']],
  ] as const) {
    const { asked } = device(turns);
    await toggleFullScreen();
    expect(asked).toEqual(wanted);
  }
});
