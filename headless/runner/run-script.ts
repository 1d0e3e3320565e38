import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script, SourceTextModule, SyntheticModule, type Context } from 'node:vm';
import type { Sandbox } from './sandbox.ts';

/**
 * Runs a script in its sandbox: as a plain script, or as a module where it uses what only a module may. A
 * promise that waits for its top level; throws what the script throws.
 */
export async function runScript(file: string, sandbox: Sandbox): Promise<void> {
  const source = readFileSync(file, 'utf8').replace(/^#!.*/, '');
  const script = compile(source, file);
  if (script !== null) return void script.runInContext(sandbox.context);
  const module = new SourceTextModule(source, {
    identifier: file,
    context: sandbox.context,
    importModuleDynamically: (name: string) => load(name, file, sandbox),
  });
  await module.link((name) => load(name, file, sandbox));
  await module.evaluate();
}

/** Null for what only a module may have. */
function compile(source: string, file: string): Script | null {
  try {
    return new Script(source, { filename: file });
  } catch (problem) {
    const isModule = /\bimport\b|\bexport\b|\bawait\b/.test(String(problem));
    if (isModule) return null;
    throw problem;
  }
}

/** A module that a script imports: the interface itself, or a package beside the script. */
async function load(name: string, file: string, sandbox: Sandbox): Promise<SyntheticModule> {
  const exported =
    sandbox.modules.get(name)?.exported ??
    ((await import(createRequire(file).resolve(name))) as Record<string, unknown>);
  return makeModule(exported, sandbox.context);
}

async function makeModule(
  exported: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<SyntheticModule> {
  const module = new SyntheticModule(
    Object.keys(exported),
    () => {
      for (const [key, value] of Object.entries(exported)) module.setExport(key, value);
    },
    { context },
  );
  await module.link(() => {
    throw new Error('such a module imports nothing');
  });
  await module.evaluate();
  return module;
}
