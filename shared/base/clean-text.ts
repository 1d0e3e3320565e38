import { fail, ok, type Result } from './result.ts';

/** What is wrong with a text that a person wrote. The UI has words for each. */
export type TextProblem =
  /** Nothing in it can be seen. */
  | 'empty'
  /** More graphemes than there may be. */
  | 'too-long'
  /** Few enough graphemes, but they take too many bytes. */
  | 'too-big'
  /** More marks on one letter than any language puts there. */
  | 'marks'
  /** Characters that turn the direction of what is around them. */
  | 'direction';

export type TextLimits = {
  readonly graphemes: number;
  /** Of UTF-8. */
  readonly bytes: number;
};

/**
 * Marks that stand above, below or in their letter, and marks of any kind. Hebrew with points,
 * Devanagari with accents and Tibetan need up to four of the first, Burmese up to seven in all.
 */
const MARKS_MAX = { stacked: 4, any: 8 } as const;

/** Longer text is not even looked at: one character can become eighteen. */
const RAW_CHARS_MAX = 1024;

/** Embeddings, overrides and isolates. Mere marks of direction are dropped like all that is invisible. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/gu;

const SPACES = /[\p{Z}\t-\r\u0085\u2800]/gu;

/** Accents that stand alone, for which NFKC has a space with a mark, and Thai and Lao AM, which it tears apart. */
const KEPT_FORMS = /^[ \u0E4D\u0ECD]./u;

const picture = '\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?';
const family = `${picture}(?:\\u200D${picture})*`;
/** England, Scotland, Wales and the like: a black flag with five letters that are not drawn. */
const flag = '\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{5}\\u{E007F}';
/** Scripts whose letters join hands: U+200C parts two of them, as Persian does, U+200D joins them. */
const cursive = '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mong}]';
/** Devanagari to Sinhala: beside it both say how two letters become one. */
const virama = '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA]';

/** What is drawn as nothing, where it changes what is beside it. */
const meant = [
  flag,
  family,
  '[0-9#*]\\uFE0F(?=\\u20E3)',
  `${cursive}[\\u200C\\u200D](?=${cursive})`,
  `${virama}[\\u200C\\u200D]`,
  `[\\u200C\\u200D](?=${virama})`,
  '(?=\\p{L})\\p{sc=Mong}[\\u180B-\\u180F]',
].join('|');
/** Drawn as nothing, or by each machine as something else. Not what is newer than this machine. */
const unseen = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{DI}\\p{NChar}]';
const MEANT_OR_UNSEEN = new RegExp(`(${meant})|${unseen}`, 'gu');

/** At least one of these makes a text worth reading. */
const VISIBLE = /[^\p{M}\p{Z}\p{Cf}]/u;

/**
 * Not `Intl.Segmenter`: which letters of India it takes for one differs from version to version, and
 * game and server have to count alike.
 */
const GRAPHEME = new RegExp(`\\p{RI}{2}|(?:${flag}|${family}|[^])[\\p{M}\\u200C\\u200D]*`, 'gu');

const STACKED = /[\p{Mn}\p{Me}]/gu;
const ANY_MARK = /\p{M}/gu;

const utf8 = new TextEncoder();

/**
 * [L80] The one gate for what people write: the text as everybody shall see it, in NFKC with single
 * spaces and nothing invisible that means nothing, or what is wrong with it. What passed once stays
 * as it is.
 */
export function cleanText(text: string, max: TextLimits): Result<string, TextProblem> {
  if (text.length > RAW_CHARS_MAX) return fail('too-long');
  if (text.search(DIRECTION) >= 0) return fail('direction');
  const clean = tidy(text);
  if (!VISIBLE.test(clean)) return fail('empty');
  const parts = graphemesOf(clean);
  if (parts.some(hasTooManyMarks)) return fail('marks');
  if (parts.length > max.graphemes) return fail('too-long');
  return utf8.encode(clean).length > max.bytes ? fail('too-big') : ok(clean);
}

/** The same for what nobody here can write anew: what is too much is left out. May be ''. */
export function trimText(text: string, graphemes: number): string {
  const clean = tidy(text.slice(0, RAW_CHARS_MAX).replace(DIRECTION, ''));
  const parts = graphemesOf(clean).slice(0, graphemes);
  return parts
    .map((part) => (hasTooManyMarks(part) ? [...part][0]! : part))
    .join('')
    .trim();
}

/** What a reader takes for one character each. */
export function graphemesOf(text: string): readonly string[] {
  return text.match(GRAPHEME) ?? [];
}

function tidy(text: string): string {
  return (
    Array.from(text, compatible)
      .join('')
      .replace(SPACES, ' ')
      // First, too: what a joiner stands beside is judged in the order in which marks end up.
      .normalize('NFC')
      .replace(MEANT_OR_UNSEEN, (_found, kept: string | undefined) => kept ?? '')
      .normalize('NFC')
      .replace(/ +/g, ' ')
      .trim()
  );
}

function compatible(char: string): string {
  const form = char.normalize('NFKC');
  return KEPT_FORMS.test(form) ? char : form;
}

function hasTooManyMarks(grapheme: string): boolean {
  const count = (marks: RegExp): number => grapheme.match(marks)?.length ?? 0;
  return count(STACKED) > MARKS_MAX.stacked || count(ANY_MARK) > MARKS_MAX.any;
}
