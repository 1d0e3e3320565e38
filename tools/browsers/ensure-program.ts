import { spawnSync } from 'node:child_process';
import { findProgram } from './find-program.ts';

/** Finds Xvfb, a screen that nobody sees, or installs it with what draws WebGL without a graphics card. */
export function ensureDisplay(): string | null {
  return ensureProgram('Xvfb', ['xvfb', 'libgl1-mesa-dri', 'libegl1']);
}

/** Finds coturn's server or installs it. */
export function ensureTurnServer(): string | null {
  return ensureProgram('turnserver', ['coturn']);
}

/** Installs only where that is a matter of Debian packages; null where it is not. */
function ensureProgram(name: string, packages: readonly string[]): string | null {
  const found = findProgram(name);
  if (found !== null) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== null) {
    console.log(`${name}: not found, installing the Debian packages ${packages.join(' ')}`);
    const options = ['-y', '--no-install-recommends', ...packages];
    for (const args of [['update'], ['install', ...options]]) {
      spawnSync('apt-get', args, {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: 'inherit',
      });
    }
  }
  return findProgram(name);
}
