type MarkProps = { readonly number: 1 | 2; readonly testId?: string };

/** The number of a person of this window: it stands over its disc, and beside what is said of it. */
export function SecondMark({ number, testId }: MarkProps) {
  return (
    <span class={`second-mark is-${number}`} translate={false} data-testid={testId}>
      {number}
    </span>
  );
}
