import type { ComponentChildren } from 'preact';

/** A name or a code: no translator may change it, and it turns no text around it. */
export function Literal({ children }: { readonly children: ComponentChildren }) {
  return <bdi translate={false}>{children}</bdi>;
}

export type SentenceProps = {
  readonly text: string;
  /** What of the text is a name or a code. */
  readonly literal: string;
};

/** A sentence in the language of the page with a name or a code in it. */
export function Sentence({ text, literal }: SentenceProps) {
  const at = text.indexOf(literal);
  return (
    <span>
      {text.slice(0, at)}
      <Literal>{literal}</Literal>
      {text.slice(at + literal.length)}
    </span>
  );
}
