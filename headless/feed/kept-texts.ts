/** What may be written of a browser's `Storage`, as its users here need it. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'key'> & {
  readonly length: number;
};
