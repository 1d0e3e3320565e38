/** Names that a script imports from, and what stands in place of them. */
const OWN_MODULES: Readonly<Record<string, string>> = {
  'haxball.js': "export default self.require('haxball.js');",
  'haxball-headless': "export default self.require('haxball.js');",
  peerball: "export const { openRoom } = self.require('peerball');",
};
const IMPORTED = /(\b(?:from|import)\s*\(?\s*)(['"])(haxball\.js|haxball-headless|peerball)\2/g;

export type LoadedScript = {
  /** What its errors call it. */
  readonly url: string;
  /** Runs it; what a module throws comes as a rejection, what a plain script throws goes to the worker. */
  readonly run: () => Promise<void>;
};

/** Makes a script of its text: a plain one, or a module where it uses what only a module may. */
export function loadScript(source: string): LoadedScript {
  // A line stays the line that it was.
  const text = source.replace(/^#!.*/, '');
  if (!isModule(text)) {
    const url = makeUrl(text);
    return { url, run: () => Promise.resolve(importScripts(url)) };
  }
  const url = makeUrl(
    text.replace(IMPORTED, (_all, before: string, quote: string, name: string) => {
      return `${before}${quote}${makeUrl(OWN_MODULES[name]!)}${quote}`;
    }),
  );
  return { url, run: async () => void (await import(/* @vite-ignore */ url)) };
}

/** True for what no plain script may have; whatever else is wrong with it is said when it runs. */
function isModule(text: string): boolean {
  try {
    // It is not run: the browser is asked whether it is a plain script.
    return typeof new Function(text) !== 'function';
  } catch (problem) {
    return /\bimport\b|\bexport\b|\bawait\b/.test(String(problem));
  }
}

function makeUrl(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
