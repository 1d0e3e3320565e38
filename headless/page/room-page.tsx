import { useSignal } from '@preact/signals';
import { ConsoleView } from './console-view.tsx';
import type { PageModel } from './page-model.ts';
import type { PageWords } from './words/en.ts';

export type RoomPageProps = {
  readonly model: PageModel;
  readonly words: PageWords;
  readonly onRun: () => void;
  readonly onStop: () => void;
};

/** A script, its room and its console. */
export function RoomPage(props: RoomPageProps) {
  const { model, words } = props;
  return (
    <main>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <p class="hint">{words.process}</p>
      <ScriptForm {...props} />
      <RoomLink model={model} words={words} />
      <ConsoleView model={model} words={words} />
    </main>
  );
}

function ScriptForm({ model, words, onRun, onStop }: RoomPageProps) {
  const isUnreadable = useSignal(false);
  const state = model.state.value;
  const isOn = state === 'starting' || state === 'running';
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || isOn) return;
    const text = await file.text().catch(() => null);
    isUnreadable.value = text === null;
    if (text === null) return;
    model.name.value = file.name;
    model.source.value = text;
  };
  return (
    <section
      class="page-part"
      aria-labelledby="script-title"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="script-title">{words.script}</h2>
      <p class="hint" id="script-hint">
        {words.hint}
      </p>
      <textarea
        rows={10}
        spellcheck={false}
        readOnly={isOn}
        aria-labelledby="script-title"
        aria-describedby="script-hint"
        value={model.source.value}
        onInput={({ currentTarget }) => (model.source.value = currentTarget.value)}
        data-testid="source"
      />
      <div class="row">
        <label class="file">
          {words.choose}
          <input
            type="file"
            accept=".js,.mjs,.cjs,text/javascript"
            disabled={isOn}
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0]);
              // The same file again is a choice too.
              currentTarget.value = '';
            }}
            data-testid="file"
          />
        </label>
        <button
          type="button"
          class="primary"
          disabled={isOn || model.source.value.trim() === ''}
          onClick={onRun}
          data-testid="run"
        >
          {words.run}
        </button>
        <button type="button" disabled={!isOn} onClick={onStop} data-testid="stop">
          {words.stop}
        </button>
      </div>
      <p role="status" data-testid="state">
        {isUnreadable.value ? words.unreadable : words.state[state]}
      </p>
    </section>
  );
}

function RoomLink({ model, words }: Pick<RoomPageProps, 'model' | 'words'>) {
  const said = useSignal<'copied' | 'notCopied' | null>(null);
  const link = model.link.value;
  const copy = async (text: string): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    said.value = isCopied ? 'copied' : 'notCopied';
  };
  return (
    <section class="page-part">
      <h2>{words.link}</h2>
      {link === null ? (
        <p class="hint">{words.noLink}</p>
      ) : (
        <div class="row">
          <a href={link} target="_blank" rel="noopener" translate={false} data-testid="link">
            {link}
          </a>
          <button type="button" onClick={() => void copy(link)} data-testid="copy">
            {words.copy}
          </button>
        </div>
      )}
      <p role="status">{said.value !== null && link !== null ? words[said.value] : ''}</p>
    </section>
  );
}
