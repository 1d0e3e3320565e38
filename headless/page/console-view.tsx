import type { ConsoleLine, PageModel } from './page-model.ts';
import type { PageWords } from './words/en.ts';

type Props = { readonly model: PageModel; readonly words: PageWords };

/** What the script and its rooms say, the newest at the end. */
export function ConsoleView({ model, words }: Props) {
  const lines = model.lines.value;
  return (
    <section class="page-part">
      <h2 id="console-title">{words.console}</h2>
      <div
        class="console"
        role="log"
        tabIndex={0}
        aria-labelledby="console-title"
        data-testid="console"
      >
        <div class="console-lines">
          {lines.length === 0 && <p class="hint">{words.noLines}</p>}
          {lines.map((line) => (
            <Line key={line.id} line={line} words={words} />
          ))}
        </div>
      </div>
      <button type="button" onClick={() => model.clearLines()} data-testid="clear">
        {words.clear}
      </button>
    </section>
  );
}

function Line({ line, words }: { readonly line: ConsoleLine; readonly words: PageWords }) {
  const { level, text } = line;
  return (
    <p class={`line line-${level}`} data-testid="console-line">
      {level !== 'info' && <strong>{words[level]}: </strong>}
      <bdi translate={false}>{text}</bdi>
    </p>
  );
}
