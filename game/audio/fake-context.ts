/** A value of a node that changes with time; it keeps what was asked of it: the target and when. */
class FakeParam {
  value = 0;
  readonly targets: { readonly value: number; readonly atS: number }[] = [];

  setTargetAtTime(value: number, atS: number): void {
    this.targets.push({ value, atS });
  }

  cancelScheduledValues(atS: number): void {
    const kept = this.targets.filter((target) => target.atS < atS);
    this.targets.splice(0, this.targets.length, ...kept);
  }
}

/** Of any kind; it knows where it leads. */
export class FakeNode {
  readonly gain = new FakeParam();
  readonly pan = new FakeParam();
  readonly frequency = new FakeParam();
  readonly Q = new FakeParam();
  readonly playbackRate = new FakeParam();
  readonly outputs: object[] = [];
  readonly kind: string;
  readonly #onStart: () => void;
  loop = false;
  readonly addEventListener = (): void => {};

  constructor(kind: string, onStart: () => void = () => {}) {
    this.kind = kind;
    this.#onStart = onStart;
  }

  connect<Target extends object>(to: Target): Target {
    this.outputs.push(to);
    return to;
  }

  disconnect(from: object): void {
    this.outputs.splice(this.outputs.indexOf(from), 1);
  }

  start(): void {
    this.#onStart();
  }
}

/** For tests: a context in a state that a test decides; it counts what is asked of it. */
export class FakeContext {
  state = 'suspended';
  currentTime = 0;
  sampleRate = 100;
  resumed = 0;
  /** Sounds; what goes on for ever does not count. */
  started = 0;
  hasPanner = true;
  readonly destination = new FakeNode('destination');
  readonly nodes: FakeNode[] = [];
  /** As with a context that waits for a gesture. */
  resume = (): Promise<void> => {
    this.resumed += 1;
    return new Promise(() => {});
  };
  createGain = (): FakeNode => this.#make('gain');
  createBiquadFilter = (): FakeNode => this.#make('filter');
  createOscillator = (): FakeNode => this.#make('oscillator');
  createStereoPanner = (): FakeNode => {
    if (!this.hasPanner) throw new TypeError('createStereoPanner is not a function');
    return this.#make('panner');
  };
  createMediaStreamDestination = (): object =>
    Object.assign(this.#make('tap'), { stream: 'heard' });
  createBuffer = (_channels: number, length: number) => {
    const samples = new Float32Array(length);
    return { samples, getChannelData: () => samples };
  };
  createBufferSource = (): FakeNode => {
    const source: FakeNode = this.#make('source', () => {
      if (!source.loop) this.started += 1;
    });
    return source;
  };

  /** How many nodes lead into those of this kind. */
  into(kind: string): number {
    const targets = new Set<object>(this.nodes.filter((node) => node.kind === kind));
    return this.nodes.filter(({ outputs }) => outputs.some((to) => targets.has(to))).length;
  }

  #make(kind: string, onStart?: () => void): FakeNode {
    const node = new FakeNode(kind, onStart);
    this.nodes.push(node);
    return node;
  }
}
