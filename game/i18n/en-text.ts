/** What is wrong with a name or a line of chat, see `TextProblem`. */
export const enText = {
  empty: 'Enter something that can be seen.',
  'too-long': (max: number) => `Too long: ${max} characters at most.`,
  'too-big': 'Too big: leave something out.',
  marks: 'Too many marks on one letter.',
  direction: 'Hidden characters turn the direction of writing: type it anew.',
} as const;
