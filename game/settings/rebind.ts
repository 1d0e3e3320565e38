import type { BindingRules, Bindings } from './bindings.ts';

/** The other action that has a code; undefined where none has. */
export function ownerOf<Action extends string, Code>(
  bindings: Bindings<Action, Code>,
  action: NoInfer<Action>,
  code: Code,
): Action | undefined {
  const actions = Object.keys(bindings) as Action[];
  return actions.find((other) => other !== action && bindings[other].includes(code));
}

/** Adds a code to an action and takes it from the action that had it, unless that would be left bare. */
export function bind<Action extends string, Code>(
  { most, isBindable }: Pick<BindingRules<Action, Code>, 'most' | 'isBindable'>,
  bindings: Bindings<Action, Code>,
  action: NoInfer<Action>,
  code: Code,
): Bindings<Action, Code> {
  if (!isBindable(code) || bindings[action].includes(code)) return bindings;
  const owner = ownerOf(bindings, action, code);
  if (owner !== undefined && bindings[owner].length === 1) return bindings;
  const kept = bindings[action].slice(-(most - 1));
  const rest =
    owner === undefined ? {} : { [owner]: bindings[owner].filter((existing) => existing !== code) };
  return { ...bindings, ...rest, [action]: [...kept, code] };
}

/** Removes a code; the last one of an action stays. */
export function unbind<Action extends string, Code>(
  bindings: Bindings<Action, Code>,
  action: NoInfer<Action>,
  code: Code,
): Bindings<Action, Code> {
  const rest = bindings[action].filter((existing) => existing !== code);
  return rest.length === 0 ? bindings : { ...bindings, [action]: rest };
}
