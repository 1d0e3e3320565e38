/** What each action is bound to: keys, or buttons of a gamepad. */
export type Bindings<Action extends string, Code> = {
  readonly [Each in Action]: readonly Code[];
};

/** What can be bound to what. */
export type BindingRules<Action extends string, Code> = {
  readonly actions: readonly Action[];
  readonly defaults: Bindings<Action, Code>;
  /** For an action of which others have all defaults; the first that is free. */
  readonly spares: readonly Code[];
  /** Most of an action. */
  readonly most: number;
  /** True for what may be bound; a store or a device may say anything. */
  readonly isBindable: (code: unknown) => code is Code;
};

/** What was read of a store. */
export type ReadBindings<Action extends string, Code> = {
  readonly bindings: Bindings<Action, Code>;
  /** Actions whose codes all belonged to others already, so that each got a spare one. */
  readonly moved: readonly Action[];
};

/**
 * Unknown actions and codes are ignored, and a code has one action: of two that want it the one for
 * which it was chosen, and then the first. An action without a code of its own gets those of its
 * defaults that are free, or else one that is.
 */
export function readBindings<Action extends string, Code>(
  value: unknown,
  { actions, defaults, spares, most, isBindable }: BindingRules<Action, Code>,
): ReadBindings<Action, Code> {
  const source: Record<string, unknown> = isRecord(value) ? value : {};
  const taken = new Set<Code>();
  const take = (codes: readonly Code[], count: number): readonly Code[] => {
    const own = [...new Set(codes)].filter((code) => !taken.has(code)).slice(0, count);
    for (const code of own) taken.add(code);
    return own;
  };
  const chosen = actions.map((action) => {
    const list = source[action];
    return take(Array.isArray(list) ? list.filter(isBindable) : [], most);
  });
  const moved: Action[] = [];
  const entries = actions.map((action, index) => {
    const own = chosen[index]!.length > 0 ? chosen[index]! : take(defaults[action], most);
    if (own.length > 0) return [action, own];
    moved.push(action);
    return [action, take(spares, 1)];
  });
  return { bindings: Object.fromEntries(entries) as Bindings<Action, Code>, moved };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
