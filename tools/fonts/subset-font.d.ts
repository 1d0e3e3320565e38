declare module 'subset-font' {
  type Axis = { readonly min: number; readonly max: number; readonly default: number };

  /** A font with the characters of `text` alone. Rejects where the font cannot be read. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly keepFeatures: readonly string[];
      readonly variationAxes: Readonly<Record<string, Axis>>;
      readonly noHinting: boolean;
    },
  ): Promise<Uint8Array>;
}
