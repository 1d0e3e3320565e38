import { packageOf, readImports } from './read-imports.ts';
import { isTestFile, type SourceFile } from '../project/source-files.ts';
import { codeOnly, lineAt } from './source-text.ts';

/** What of `Math` gives the same bits on every engine. */
const SAME_EVERYWHERE = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI';

type Rule = { readonly pattern: RegExp; readonly why: string; readonly only?: readonly string[] };

/** Patterns see code only: comments and the inside of strings are blank. */
const RULES: readonly Rule[] = [
  { pattern: /\*\*/g, why: '`**` differs between engines: multiply' },
  {
    pattern: new RegExp(String.raw`\bMath\b(?!\s*\.\s*(?:${SAME_EVERYWHERE})\b)`, 'g'),
    why: 'of Math only what is exact everywhere, written `Math.name`',
  },
  {
    pattern: /(?<![.\w$])(?:Date|performance|crypto)\b(?!\s*[?:])/g,
    why: 'the simulation has no clock and no chance: a tick is the time, random.ts the chance',
  },
  {
    pattern: /\bfor\s*\(\s*(?:(?:const|let|var)\s+)?[\w$]+\s+in\b/g,
    why: '`for … in` depends on the order of keys',
  },
  { pattern: /\.\s*(?:sort|toSorted)\s*\(\s*\)/g, why: 'a sort needs a comparator' },
  { pattern: /\.\s*(?:toLocale\w*|localeCompare)\b|\bIntl\b/g, why: 'no locale' },
  {
    pattern: /(?<![.\w$])(?:Readonly|Weak)?(?:Map|Set)\b/g,
    why: 'the order of a Map or Set is the order of arrival: use arrays by seat or disc',
    only: ['shared/sim/', 'shared/room/'],
  },
];

/** Packages that a pure folder may import. */
const ALLOWED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'shared/stadium/': ['json5'],
};

/** What could make the simulation differ between two machines, one sentence each. */
export function checkPurity(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => !isTestFile(path)).flatMap(checkFile);
}

function checkFile({ path, text }: SourceFile): string[] {
  const code = codeOnly(text);
  const broken = RULES.filter(
    ({ only }) => only?.some((folder) => path.startsWith(folder)) ?? true,
  ).flatMap((rule) =>
    [...code.matchAll(rule.pattern)].map((match) => ({ offset: match.index, why: rule.why })),
  );
  const variables = moduleVariables(code).map((offset) => ({
    offset,
    why: 'a variable of the module would be state outside of the state',
  }));
  return [
    ...[...broken, ...variables].map(
      ({ offset, why }) => `${path}:${lineAt(text, offset)}: ${why}`,
    ),
    ...foreignPackages(path, text),
  ];
}

/** Offsets of each `let` and `var` outside of all braces. */
function moduleVariables(code: string): number[] {
  let depth = 0;
  return [...code.matchAll(/[{}]|(?<![.\w$])(?:let|var)(?=\s+[\w$]|\s*[[{])/g)].flatMap((match) => {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    else if (depth === 0) return [match.index];
    return [];
  });
}

function foreignPackages(path: string, text: string): string[] {
  const allowed = new Set(
    Object.entries(ALLOWED_PACKAGES)
      .filter(([folder]) => path.startsWith(folder))
      .flatMap(([, packages]) => packages),
  );
  return readImports(text)
    .filter(({ specifier }) => !specifier.startsWith('.'))
    .filter(({ specifier }) => !allowed.has(packageOf(specifier)))
    .map(({ specifier, line }) => `${path}:${line}: imports the package ${specifier}`);
}
