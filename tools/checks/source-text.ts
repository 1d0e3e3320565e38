/** What a character of a source file belongs to. */
type Kind = 'code' | 'comment' | 'string' | 'regex';

/** A `/` after one of these begins a regular expression, after anything else it divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|delete))\s*$/;

/** How far back `BEFORE_REGEX` looks: the longest keyword and some white space. */
const LOOK_BACK = 40;

/**
 * The source with everything blanked that is not code: comments, regular expressions and the
 * inside of strings. Offsets and line numbers stay true.
 */
export function codeOnly(source: string): string {
  return keep(source, 'code');
}

/** The source with everything blanked but the inside of its strings. */
export function stringsOnly(source: string): string {
  return keep(source, 'string');
}

/** The source with everything blanked but its comments, with their marks. */
export function commentsOnly(source: string): string {
  return keep(source, 'comment');
}

/** Number of the line, from 1, on which an offset lies. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function keep(source: string, wanted: Kind): string {
  const kinds = classify(source);
  let result = '';
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    result += kinds[at] === wanted || char === '\n' ? char : ' ';
  }
  return result;
}

/**
 * A scanner, not a parser: it knows comments, strings, templates and regular expressions and takes
 * the rest for code. A quoted string and a regular expression end at the end of their line, so the
 * apostrophes in the text of a TSX file can confuse one line at most.
 */
function classify(source: string): Kind[] {
  const kinds: Kind[] = Array.from({ length: source.length }, () => 'code');
  /** Depth of braces at which each open `${` closes. */
  const templates: number[] = [];
  let braces = 0;
  let at = 0;

  const mark = (from: number, to: number, kind: Kind): void => {
    kinds.fill(kind, from, to);
    at = to;
  };
  const template = (from: number): void => {
    const end = templateEnd(source, from);
    const opens = source.startsWith('${', end);
    mark(from, end, 'string');
    at = Math.min(source.length, end + (opens ? 2 : 1));
    if (opens) {
      templates.push(braces);
      braces += 1;
    }
  };

  while (at < source.length) {
    const char = source.charAt(at);
    if (source.startsWith('//', at)) mark(at, endOf(source, '\n', at + 2, 0), 'comment');
    else if (source.startsWith('/*', at)) mark(at, endOf(source, '*/', at + 2, 2), 'comment');
    else if (char === "'" || char === '"') {
      const end = quoteEnd(source, at + 1, char);
      mark(at + 1, end, 'string');
      at = Math.min(source.length, end + 1);
    } else if (char === '`') template(at + 1);
    else if (char === '/' && BEFORE_REGEX.test(source.slice(Math.max(0, at - LOOK_BACK), at))) {
      mark(at, regexEnd(source, at + 1), 'regex');
    } else if (char === '}' && templates.at(-1) === braces - 1) {
      templates.pop();
      braces -= 1;
      template(at + 1);
    } else {
      if (char === '{') braces += 1;
      else if (char === '}') braces -= 1;
      at += 1;
    }
  }
  return kinds;
}

function endOf(source: string, closing: string, from: number, extra: number): number {
  const found = source.indexOf(closing, from);
  return found < 0 ? source.length : found + extra;
}

function quoteEnd(source: string, from: number, quote: string): number {
  let at = from;
  while (at < source.length && source.charAt(at) !== quote) {
    if (source.charAt(at) === '\n') return at;
    at += source.charAt(at) === '\\' ? 2 : 1;
  }
  return Math.min(at, source.length);
}

/** Offset of the closing backtick or of the next `${`. */
function templateEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charAt(at) !== '`' && !source.startsWith('${', at)) {
    at += source.charAt(at) === '\\' ? 2 : 1;
  }
  return Math.min(at, source.length);
}

function regexEnd(source: string, from: number): number {
  let inClass = false;
  let at = from;
  while (at < source.length && source.charAt(at) !== '\n') {
    const char = source.charAt(at);
    if (char === '/' && !inClass) return at + 1;
    if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    at += char === '\\' ? 2 : 1;
  }
  return Math.min(at, source.length);
}
