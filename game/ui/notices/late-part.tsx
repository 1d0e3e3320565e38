import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { useMessages } from '../model/ui-context.ts';
import { MendButton } from './page-notices.tsx';

export type LatePartProps = {
  readonly load: () => Promise<Result<ComponentType, LoadProblem>>;
  /** What is to be said where it does not come. */
  readonly missing: string;
  readonly testId: string;
};

/** What is loaded when it is first opened, or why it is not here and what can be done. */
export function LatePart({ load, missing, testId }: LatePartProps) {
  const { errors } = useMessages();
  const [part, setPart] = useState<Result<ComponentType, LoadProblem> | null>(null);
  const [tries, setTries] = useState(0);
  useLayoutEffect(() => void load().then(setPart), [tries]);
  if (part === null) return null;
  if (part.ok) return <part.value />;
  return (
    <div class="stack" role="status" data-testid={testId}>
      <p>
        <strong>{missing}</strong> {errors[part.error].text}
      </p>
      <MendButton problem={part.error} onRetry={() => setTries(tries + 1)} />
    </div>
  );
}
