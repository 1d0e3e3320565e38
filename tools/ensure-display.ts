import { spawnSync } from 'node:child_process';
import { findProgram } from './find-program.ts';

/** A screen that nobody sees, and what draws WebGL on it without a graphics card. */
const DEBIAN_PACKAGES = ['xvfb', 'libgl1-mesa-dri', 'libegl1'];

/** Finds Xvfb or installs it where that is a matter of Debian packages; null where it is not. */
export function ensureDisplay(): string | null {
  const found = findProgram('Xvfb');
  if (found !== null) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== null) {
    console.log(`Xvfb: not found, installing the Debian packages ${DEBIAN_PACKAGES.join(' ')}`);
    const options = ['-y', '--no-install-recommends', ...DEBIAN_PACKAGES];
    for (const args of [['update'], ['install', ...options]]) {
      spawnSync('apt-get', args, {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: 'inherit',
      });
    }
  }
  return findProgram('Xvfb');
}
