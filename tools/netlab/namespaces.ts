import { spawnSync } from 'node:child_process';

export type Namespace = {
  readonly name: string;
  /** Where this machine is seen from within, past the bad network: for the lobby. */
  readonly hostAddress: string;
  /** The only way to the other namespace begins here. */
  readonly address: string;
};

export type Namespaces = { readonly ends: readonly Namespace[]; down(): void };

const LETTERS = 'abcdefgh';
const NAME = /^peerball-(\d+)-[a-h]$/;
/** Room for this many runs at the same time: each has a third byte of its own. */
const SUBNETS = 250;

/**
 * Up to eight machines that are none: each reaches the others through `tun0` alone, where nothing moves until
 * `impair` does. Linux, and root. Named by the process, so that runs do not meet; what a killed one
 * left behind is removed first.
 */
export function raiseNamespaces(count = 2): Namespaces {
  removeLeftovers();
  const subnet = process.pid % SUBNETS;
  const letters = [...LETTERS].slice(0, count);
  const names = letters.map((letter) => `peerball-${process.pid}-${letter}`);
  const down = (): void => {
    process.off('exit', down);
    for (const name of names) if (listNamespaces().includes(name)) ip('netns', 'del', name);
  };
  // Also when a test run is broken off.
  process.on('exit', down);
  try {
    const ends = letters.map((letter, place): Namespace => {
      const name = `peerball-${process.pid}-${letter}`;
      const hostAddress = `10.78.${subnet}.${4 * place + 1}`;
      // `impair` finds the namespace by the third byte.
      const address = `10.77.${place + 1}.1`;
      const control = `pb${process.pid}${letter}`;
      ip('netns', 'add', name);
      ip('-n', name, 'link', 'set', 'lo', 'up');
      ip('link', 'add', control, 'type', 'veth', 'peer', 'name', 'control', 'netns', name);
      ip('addr', 'add', `${hostAddress}/30`, 'dev', control);
      ip('link', 'set', control, 'up');
      ip('-n', name, 'addr', 'add', `10.78.${subnet}.${4 * place + 2}/30`, 'dev', 'control');
      ip('-n', name, 'link', 'set', 'control', 'up');
      ip('-n', name, 'tuntap', 'add', 'dev', 'tun0', 'mode', 'tun');
      ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'tun0');
      ip('-n', name, 'link', 'set', 'tun0', 'up', 'txqueuelen', '1000');
      // Chromium gathers candidates on the interface of the default route and on no other.
      ip('-n', name, 'route', 'add', 'default', 'dev', 'tun0');
      return { name, hostAddress, address };
    });
    return { ends, down };
  } catch (problem) {
    down();
    throw problem;
  }
}

/**
 * From now on this machine is the only thing that the namespace reaches: what it hears of others it heard from here.
 * Its interface is `control`, and its address there is returned.
 */
export function leadToHost({ name, hostAddress }: Namespace): string {
  ip('-n', name, 'link', 'set', 'tun0', 'down');
  ip('-n', name, 'route', 'replace', 'default', 'via', hostAddress);
  return hostAddress.replace(/\d+$/, (last) => String(Number(last) + 1));
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
