/** What a script threw, with the script and the line where it did: `script.js:12:5 TypeError: …`. */
export function describeProblem(problem: unknown, file: string, name = baseName(file)): string {
  // Not `instanceof`: errors of the script's own context have another `Error`.
  const { stack, message } = Object(problem) as { readonly stack?: unknown; message?: unknown };
  const said = typeof message === 'string' ? firstLine(String(problem)) : String(problem);
  const place = typeof stack === 'string' ? placeIn(stack, file) : null;
  return place === null ? said : `${name}:${place} ${said}`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}

/** The last part of a path of any system. */
function baseName(file: string): string {
  return file.split(/[/\\]/).at(-1)!;
}

/** The first place of the stack that is in the script; a syntax error has a line and no column. */
function placeIn(stack: string, file: string): string | null {
  const places = stack
    .split(`${file}:`)
    .slice(1)
    .map((rest) => /^[\d:]*\d/.exec(rest)?.[0]);
  return places.find((numbers) => numbers?.includes(':')) ?? places[0] ?? null;
}
