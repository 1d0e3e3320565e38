type Forms = { readonly other: string } & {
  readonly [Rule in Intl.LDMLPluralRule]?: string;
};

/**
 * Chooses among the forms of a word by a count, with the rules of a language. What a language does
 * not tell apart for this word is `other`.
 *
 * @param tag as BCP 47 has it, such as `pl`
 */
export function pluralsOf(tag: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
