import { existsSync } from 'node:fs';
import { findFirefox } from '../browsers/ensure-browser.ts';
import { findProgram } from '../browsers/find-program.ts';

/** What a network between namespaces wants and this machine lacks; nothing when it can be made. */
export function missingForNamespaces(): string[] {
  const lacks: readonly (readonly [isMissing: boolean, what: string])[] = [
    [process.platform !== 'linux', 'not Linux'],
    [process.getuid?.() !== 0, 'not root'],
    [findProgram('ip') === null, 'no ip (iproute2)'],
    [findProgram('cc') === null, 'no cc'],
    [!existsSync('/dev/net/tun'), 'no /dev/net/tun'],
  ];
  return lacks.filter(([isMissing]) => isMissing).map(([, what]) => what);
}

/** The same for Firefox, which draws only where there is a screen. */
export function missingForFirefox(): string[] {
  return [
    ...(findFirefox() === null ? ['no Firefox'] : []),
    ...(findProgram('Xvfb') === null ? ['no Xvfb'] : []),
  ];
}
