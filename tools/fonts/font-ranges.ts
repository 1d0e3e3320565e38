/** A part of each font that is a file of its own: a page fetches those whose characters it shows. */
export type FontRange = {
  readonly name: string;
  /** The part of the package's font that has these characters. */
  readonly from: 'latin' | 'latin-ext';
  /** As `unicode-range` has them; no character is in two. */
  readonly ranges: readonly string[];
};

export const FONT_RANGES: readonly FontRange[] = [
  // What English is written in, and with it most of every other language here; and what the languages call themselves,
  // which the menu lists in each of them.
  {
    name: 'plain',
    from: 'latin',
    ranges: [
      'U+0020-007E',
      'U+00A0',
      'U+00B7',
      'U+00D7',
      'U+00E7',
      'U+00EA',
      'U+00F1',
      'U+00FC',
      'U+2013-2014',
      'U+2018-2019',
      'U+201C-201E',
      'U+2026',
      'U+2191',
      'U+2193',
      'U+2212',
    ],
  },
  // Letters with accents, of western Europe and what there is of others.
  {
    name: 'latin',
    from: 'latin',
    ranges: [
      'U+00A1-00B6',
      'U+00B8-00D6',
      'U+00D8-00E6',
      'U+00E8-00E9',
      'U+00EB-00F0',
      'U+00F2-00FB',
      'U+00FD-00FF',
      'U+0131',
      'U+0152-0153',
      'U+02BB-02BC',
      'U+02C6',
      'U+02DA',
      'U+02DC',
      'U+0304',
      'U+0308',
      'U+0329',
      'U+2000-2012',
      'U+2015-2017',
      'U+201A-201B',
      'U+201F-2025',
      'U+2027-206F',
      'U+20AC',
      'U+2122',
      'U+2215',
    ],
  },
  // Polish and Turkish, and everybody whose name is written in these.
  {
    name: 'latin-ext',
    from: 'latin-ext',
    ranges: [
      'U+0100-0130',
      'U+0132-0151',
      'U+0154-02BA',
      'U+02BD-02C5',
      'U+02C7-02CC',
      'U+02CE-02D7',
      'U+02DD-02FF',
      'U+1E00-1E9F',
      'U+1EF2-1EFF',
      'U+20A0-20AB',
      'U+20AD-20C0',
    ],
  },
];

/** All characters of a range in one string. */
export function charactersOf({ ranges }: FontRange): string {
  return ranges
    .map((range) => {
      const [first, last] = boundsOf(range);
      return Array.from({ length: last - first + 1 }, (_, at) =>
        String.fromCodePoint(first + at),
      ).join('');
    })
    .join('');
}

/** Code points of the first and the last character. */
function boundsOf(range: string): readonly [number, number] {
  const [first, last] = range.slice('U+'.length).split('-');
  return [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)];
}
