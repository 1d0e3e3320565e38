import type { ComponentChildren } from 'preact';

/** A name or a code: no translator may change it, and it turns no text around it. */
export function Literal({ children }: { readonly children: ComponentChildren }) {
  return <bdi translate={false}>{children}</bdi>;
}

export type SentenceProps = {
  readonly say: (literal: string) => string;
  readonly literal: string;
};

/** A sentence in the language of the page with a name or a code in it. */
export function Sentence({ say, literal }: SentenceProps) {
  // Not looked for by itself: a name may read like a part of the words.
  const [before, after] = say('\0').split('\0');
  return (
    <span>
      {before}
      <Literal>{literal}</Literal>
      {after}
    </span>
  );
}
