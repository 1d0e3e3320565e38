import { spawnSync } from 'node:child_process';

export type Namespace = {
  readonly name: string;
  /** Where this machine is seen from within, past the bad network: for the lobby. */
  readonly hostAddress: string;
  /** The only way to the other namespace begins here. */
  readonly address: string;
};

export type NamespacePair = { readonly ends: readonly [Namespace, Namespace]; down(): void };

const NAME = /^peerball-(\d+)-[ab]$/;
/** Room for this many runs at the same time: each has a third byte of its own. */
const SUBNETS = 250;

/**
 * Two machines that are none: each reaches the other through `tun0` alone, where nothing moves until
 * `impair` does. Linux, and root. Named by the process, so that runs do not meet; what a killed one
 * left behind is removed first.
 */
export function raiseNamespaces(): NamespacePair {
  removeLeftovers();
  const subnet = process.pid % SUBNETS;
  const plans = [
    { letter: 'a', host: 1, within: 2, address: '10.77.1.1' },
    { letter: 'b', host: 5, within: 6, address: '10.77.2.1' },
  ] as const;
  const names = plans.map(({ letter }) => `peerball-${process.pid}-${letter}`);
  const down = (): void => {
    process.off('exit', down);
    for (const name of names) if (listNamespaces().includes(name)) ip('netns', 'del', name);
  };
  // Also when a test run is broken off.
  process.on('exit', down);
  try {
    const [a, b] = plans.map(({ letter, host, within, address }): Namespace => {
      const name = `peerball-${process.pid}-${letter}`;
      const hostAddress = `10.78.${subnet}.${host}`;
      const control = `pb${process.pid}${letter}`;
      ip('netns', 'add', name);
      ip('-n', name, 'link', 'set', 'lo', 'up');
      ip('link', 'add', control, 'type', 'veth', 'peer', 'name', 'control', 'netns', name);
      ip('addr', 'add', `${hostAddress}/30`, 'dev', control);
      ip('link', 'set', control, 'up');
      ip('-n', name, 'addr', 'add', `10.78.${subnet}.${within}/30`, 'dev', 'control');
      ip('-n', name, 'link', 'set', 'control', 'up');
      ip('-n', name, 'tuntap', 'add', 'dev', 'tun0', 'mode', 'tun');
      ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'tun0');
      ip('-n', name, 'link', 'set', 'tun0', 'up', 'txqueuelen', '1000');
      // Chromium gathers candidates on the interface of the default route and on no other.
      ip('-n', name, 'route', 'add', 'default', 'dev', 'tun0');
      return { name, hostAddress, address };
    });
    if (!a || !b) throw new Error('a pair has two ends');
    return { ends: [a, b], down };
  } catch (problem) {
    down();
    throw problem;
  }
}

function removeLeftovers(): void {
  for (const name of listNamespaces()) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) ip('netns', 'del', name);
  }
}

function listNamespaces(): string[] {
  // `name (id: 3)` once something runs there.
  return ip('netns', 'list')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
}

function isAlive(pid: number): boolean {
  return spawnSync('kill', ['-0', String(pid)]).status === 0;
}

function ip(...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr.trim()}`);
  return stdout;
}
