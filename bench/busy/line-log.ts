/** A datagram of the game, and when it went or came, on the page's clock. */
type Logged = readonly [atMs: number, bytes: readonly number[]];

/** What a page heard and saw since `clear`. Plain data, so that it can be handed to this process. */
export type LineLog = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly sent: readonly Logged[];
  readonly came: readonly Logged[];
  /** Looks at the newest final tick, every few milliseconds. */
  readonly finals: readonly (readonly [atMs: number, tick: number])[];
};

declare global {
  interface Window {
    __line?: { clear(): void; read(): LineLog };
  }
}

/**
 * Runs in the page, before any script of it, and knows nothing of this module. Logs what goes and comes over
 * the game's data channel of a session on the page.
 */
export function startLog(): void {
  const lookMs = 5;
  let fromMs = performance.now();
  const sent: Logged[] = [];
  const came: Logged[] = [];
  const finals: [number, number][] = [];
  const { prototype } = RTCPeerConnection;
  const make = prototype.createDataChannel;
  prototype.createDataChannel = function create(this: RTCPeerConnection, label, config) {
    const channel = make.call(this, label, config);
    if (label !== 'game') return channel;
    const send = channel.send.bind(channel) as (bytes: Uint8Array) => void;
    channel.send = ((bytes: Uint8Array) => {
      sent.push([performance.now(), [...bytes]]);
      send(bytes);
    }) as RTCDataChannel['send'];
    channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      came.push([performance.now(), [...new Uint8Array(data)]]);
    });
    return channel;
  };
  setInterval(() => {
    const tick = window.__peerball?.finalTick ?? null;
    if (tick !== null) finals.push([performance.now(), tick]);
  }, lookMs);
  window.__line = {
    clear: () => {
      fromMs = performance.now();
      sent.length = came.length = finals.length = 0;
    },
    read: () => ({ fromMs, toMs: performance.now(), sent, came, finals }),
  };
}

/** Runs in the page: one change of input after the other, `everyMs` apart. */
export function pressKeys(everyMs: number): void {
  const codes = ['KeyD', 'KeyS', 'KeyA', 'KeyW'];
  let changes = 0;
  setInterval(() => {
    const type = changes % 2 === 0 ? 'keydown' : 'keyup';
    const code = codes[Math.floor(changes / 2) % codes.length]!;
    window.dispatchEvent(new KeyboardEvent(type, { code }));
    changes += 1;
  }, everyMs);
}

export type PageLoad = { readonly busyMs: number; readonly idleMs: number; readonly forMs: number };

/** Runs in the page: it works for `busyMs`, rests for `idleMs`, and so on. Resolves when that is over. */
export function keepBusy({ busyMs, idleMs, forMs }: PageLoad): Promise<void> {
  return new Promise((resolve) => {
    const endMs = performance.now() + forMs;
    const work = (): void => {
      const restMs = performance.now() + busyMs;
      while (performance.now() < restMs);
      if (performance.now() >= endMs) resolve();
      else setTimeout(work, idleMs);
    };
    work();
  });
}
