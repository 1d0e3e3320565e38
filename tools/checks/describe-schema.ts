/** As much of a Zod object as its fields need. */
type ObjectSchema = {
  readonly shape: Readonly<Record<string, { readonly def: { readonly type: string } }>>;
};

/** The names of the fields of an object in their order, `?` behind one that may be missing. */
export function describeSchema({ shape }: ObjectSchema): string {
  return Object.entries(shape)
    .map(([name, field]) => (field.def.type === 'optional' ? `${name}?` : name))
    .join(', ');
}
