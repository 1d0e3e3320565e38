import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileStorage } from '../member/file-storage.ts';
import { describeProblem } from '../globals/describe-problem.ts';
import { runScript } from './run-script.ts';
import { makeSandbox } from './sandbox.ts';

let folder: string;
let lines: string[];
let opened: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-'));
  lines = [];
  opened = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a text as a script; what it threw is said with its place, as the thread of a script says it. */
async function run(source: string): Promise<string | null> {
  const file = join(folder, 'script.js');
  writeFileSync(file, source);
  const sandbox = makeSandbox({
    HBInit: function HBInit(config: unknown) {
      opened.push(config);
      return { isRoom: true };
    },
    openRoom: function openRoom(options: unknown) {
      opened.push(options);
      return { isRoom: true };
    },
    storage: new FileStorage(join(folder, 'storage.json'), () => {}),
    log: (_level, text) => lines.push(text),
    file,
    reload: () => lines.push('reload'),
    exit: (code) => lines.push(`exit ${code}`),
  });
  try {
    await runScript(file, sandbox);
    return null;
  } catch (problem) {
    return describeProblem(problem, file);
  }
}

test.each([
  ['called', 'var room = HBInit({ roomName: "a" }); console.log(room.isRoom);'],
  ['made with new', 'const room = new HBInit({}); console.log(room.isRoom);'],
  ['of the window', 'console.log(window.HBInit({}).isRoom);'],
  ['of the package', 'const init = require("haxball.js"); console.log(init({}).isRoom);'],
])('HBInit is there, %s', async (_how, source) => {
  expect(await run(source)).toBeNull();
  expect([lines, opened.length]).toEqual([['true'], 1]);
});

test.each([
  ['global', 'console.log(openRoom({ title: "a" }).isRoom);'],
  ['required', 'console.log(require("peerball").openRoom({}).isRoom);'],
])('openRoom is there, %s', async (_how, source) => {
  expect(await run(source)).toBeNull();
  expect([lines, opened.length]).toEqual([['true'], 1]);
});

test('the package is also a promise of it', async () => {
  await run('require("haxball.js").then((HBInit) => console.log(HBInit({}).isRoom));');
  await expect.poll(() => lines).toEqual(['true']);
});

test('a script finds the globals of a page and of Node', async () => {
  const names = [
    'window localStorage sessionStorage document XMLHttpRequest fetch FormData Blob alert prompt',
    'performance process setTimeout setInterval clearTimeout navigator location URL Buffer crypto',
  ];
  const source = `for (const name of ${JSON.stringify(names.join(' ').split(' '))})
    if (window[name] === undefined || typeof eval(name) === 'undefined') console.log(name);`;
  expect(await run(source)).toBeNull();
  expect(lines).toEqual([]);
});

test('what it sets on window is global, and what it declares is on window', async () => {
  expect(await run('window.goals = 3; var own = 4; console.log(goals, window.own);')).toBeNull();
  expect(lines).toEqual(['3 4']);
});

test('it may hang a link into the document of a frame and press it', async () => {
  const source = `
    const doc = document.getElementsByTagName('iframe')[0].contentDocument;
    const link = doc.createElement('a');
    link.style.color = 'red';
    link.href = URL.createObjectURL(new Blob(['x']));
    doc.body.appendChild(link);
    link.click();`;
  expect(await run(source)).toBeNull();
});

test.each([
  ['const a = 1;\nconst b = a.c.d;', 'script.js:2:15 TypeError: '],
  ['var a = 1;\nvar = 2;', 'script.js:2 SyntaxError: '],
  ['\n\nthrow "plain text";', 'plain text'],
])('what %j throws is said with its place', async (source, said) => {
  expect(await run(source)).toContain(said);
});

test('a script that ends the process ends itself alone', async () => {
  expect(await run('process.exit(3); console.log("behind");')).toContain('process.exit(3)');
  expect(lines).toEqual(['exit 3']);
});
