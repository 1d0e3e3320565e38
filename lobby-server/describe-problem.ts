/** As V8 writes a frame: a place in a file, or one of its own. */
const FRAME = /^\s+at .*(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/;
const FRAMES_MAX = 12;
const KIND = /^[A-Za-z]\w{0,40}$/;

/**
 * [L36] What the log says of something that was thrown: its kind, its code and where it came from. The message
 * stays out, since it may quote what a player sent.
 */
export function describeProblem(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  const words = [wordOf(problem.name), 'code' in problem ? wordOf(problem.code) : ''];
  return [...words, ...framesOf(problem)].filter((word) => word !== '').join(' ');
}

function framesOf({ message, stack = '' }: Error): string[] {
  // A message may look like frames.
  const frames = message === '' ? stack : stack.replace(message, () => '');
  return frames
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim());
}

function wordOf(word: unknown): string {
  return typeof word === 'string' && KIND.test(word) ? word : '';
}
