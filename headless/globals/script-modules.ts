/** By these names scripts ask for the published interface. */
const HB_MODULES = ['haxball.js', 'haxball-headless'] as const;

/** By this name scripts import our own interface. */
const OWN_MODULE = 'peerball';

export type Interfaces = { readonly HBInit: object; readonly openRoom: object };

/** What `require` gives, and what the names of an `import` do. */
export type ModuleOfScript = {
  readonly required: unknown;
  readonly exported: Readonly<Record<string, unknown>>;
};

/** What `import` and `require` give by names that no package beside the script has. */
export function makeModules({ HBInit, openRoom }: Interfaces): ReadonlyMap<string, ModuleOfScript> {
  const hbModule = makeHbModule(HBInit);
  const modules = new Map<string, ModuleOfScript>();
  for (const name of HB_MODULES) {
    modules.set(name, { required: hbModule, exported: { default: hbModule } });
  }
  return modules.set(OWN_MODULE, { required: { openRoom }, exported: { openRoom } });
}

/** Callable at once, and a promise of itself: scripts do either. */
function makeHbModule(HBInit: object): unknown {
  const waiting = Promise.resolve(HBInit);
  const call = (...values: unknown[]): unknown =>
    Reflect.apply(HBInit as () => unknown, null, values);
  const then: typeof waiting.then = (...handlers) => waiting.then(...handlers);
  const caught: typeof waiting.catch = (...handlers) => waiting.catch(...handlers);
  Reflect.set(call, 'then', then);
  return Object.assign(call, { catch: caught, default: HBInit, HBInit });
}
