import type { SourceFile } from '../project/source-files.ts';
import { commentsOnly } from './source-text.ts';

/** A sentence that begins so names no actor, and is read twice. */
const NAMELESS = 'Whoever|Whomever|Somebody|Someone|Nobody|Anybody|Anyone|Who|Whom|Whose';

/** A sentence begins with a paragraph, behind the end of another one or behind the id of a rule. */
const BEGINNING = new RegExp(
  String.raw`(?:^|[.:?!]\)?\s|\[[A-Z]\d+\](?:\*\*)?\s|[-*] )\s*((?:${NAMELESS})\b[^.]*)`,
  'g',
);

type Paragraph = { readonly line: number; readonly text: string };

/** Sentences of comments and of Markdown pages that name no actor, with their place. */
export function checkSentences(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const isPage = path.endsWith('.md');
    const paragraphs = isPage ? paragraphsOf(text) : paragraphsOf(commentsOnly(text), text);
    return paragraphs.flatMap((paragraph) =>
      [...paragraph.text.matchAll(BEGINNING)].map(
        ([, sentence = '']) => `${path}:${paragraph.line}: ${sentence.trim()}`,
      ),
    );
  });
}

/** Lines that belong together: a new comment, a line of code or an empty line ends a paragraph. */
function paragraphsOf(text: string, source = text): Paragraph[] {
  const paragraphs: { line: number; text: string }[] = [];
  const whole = source.split('\n');
  let isOpen = false;
  text.split('\n').forEach((line, index) => {
    const words = line
      .replace(/^\s*(?:\/\*\*?|\*\/|\*(?!\*)|\/\/)?\s*/, '')
      .replace(/\s*\*\/\s*$/, '')
      .trim();
    const isNew = /^\s*\/\*/.test(line) || line.trim() !== whole[index]?.trim();
    const before = paragraphs.at(-1);
    if (words === '') isOpen = false;
    else if (isOpen && !isNew && before) before.text += ` ${words}`;
    else paragraphs.push({ line: index + 1, text: words });
    if (words !== '') isOpen = true;
  });
  return paragraphs;
}
