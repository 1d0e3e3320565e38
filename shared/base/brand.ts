declare const brand: unique symbol;

/** A `Base` that cannot be mistaken for another `Base`: only its own maker function returns it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
