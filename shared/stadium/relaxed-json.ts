/**
 * Rewrites the liberties that people take in large stadium files as plain JSON, in one pass:
 * comments, trailing commas, bare keys, single quotes, raw line breaks in strings. Anything else is
 * copied as it is; whether the result is JSON is for `JSON.parse` to say.
 */
export function toPlainJson(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  /** Puts `replacement` in the place of what stands from `at` to `end`. */
  const replace = (end: number, replacement: string): void => {
    parts.push(text.slice(copied, at), replacement);
    copied = end;
    at = end;
  };
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      const written = text.slice(at, end);
      if (char === '"' && !UNUSUAL.test(written)) at = end;
      else replace(end, plainString(written));
    } else if (char === '/' && isComment(text, at)) replace(endOfComment(text, at), ' ');
    else if (char === ',' && closes(text[nextToken(text, at + 1)])) replace(at + 1, '');
    else if (isWordStart(char)) {
      const end = endOfWord(text, at);
      if (text[nextToken(text, end)] === ':') replace(end, `"${text.slice(at, end)}"`);
      else at = end;
    } else at = isDigit(char) ? endOfWord(text, at) : at + 1;
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** Index behind the closing quote of the string that opens at `at`, or the end of the text. */
export function endOfString(text: string, at: number): number {
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  return Math.min(end + 1, text.length);
}

export function isComment(text: string, at: number): boolean {
  return text[at + 1] === '/' || text[at + 1] === '*';
}

export function endOfComment(text: string, at: number): number {
  const isLine = text[at + 1] === '/';
  const found = isLine ? text.indexOf('\n', at) : text.indexOf('*/', at + 2);
  if (found < 0) return text.length;
  return isLine ? found : found + 2;
}

/** What a string of plain JSON does not have inside: control characters, other escapes. */
const UNUSUAL = /[^ -\uFFFF]|\\[^"\\/bfnrtu]/;
const CHARACTER = /\\(?:\r\n|[^])|\r\n|[^]/g;

function plainString(written: string): string {
  const inside = written.slice(1, -1).replaceAll(CHARACTER, (piece) => {
    if (piece === '\\\n' || piece === '\\\r\n' || piece === '\\\r') return '';
    if (piece === '"') return '\\"';
    if (piece === "\\'") return "'";
    return piece < ' ' ? '\\n' : piece;
  });
  return `"${inside}"`;
}

/** Index of what follows after blanks and comments. */
function nextToken(text: string, from: number): number {
  let at = from;
  for (;;) {
    const char = text[at];
    if (char === ' ' || char === '\n' || char === '\r' || char === '\t') at += 1;
    else if (char === '/' && isComment(text, at)) at = endOfComment(text, at);
    else return at;
  }
}

function endOfWord(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (isWordStart(text[end]!) || isDigit(text[end]!))) end += 1;
  return end;
}

function closes(char: string | undefined): boolean {
  return char === ']' || char === '}';
}

function isWordStart(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_' || char === '$'
  );
}

/** Also what else a number is made of, so that its `e` is not taken for a word. */
function isDigit(char: string): boolean {
  return (char >= '0' && char <= '9') || char === '.' || char === '-' || char === '+';
}
