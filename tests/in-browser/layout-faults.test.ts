import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/browser.ts';
import { bundleScript } from '../browser/bundle.ts';

/** The looking itself, on pages of which it is known what is wrong with them. */

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([
    launchChromium(),
    bundleScript('tests/gallery/layout-faults.ts', 'layout'),
  ]);
  page = await browser.newPage({ viewport: { width: 400, height: 300 } });
});

afterAll(() => browser.close());

async function faultsOf(body: string): Promise<string[]> {
  const style = 'html,body{margin:0;height:100%;overflow:hidden} button{width:80px;height:30px}';
  await page.setContent(`<!doctype html><style>${style}</style>${body}`);
  const look = `layout.findLayoutFaults({ popup: '.popup', under: '.card' })`;
  return (await page.evaluate(`(() => { ${script}; return ${look}; })()`)) as string[];
}

/** The kinds of faults, one each: what stands before the colon. */
async function kindsOf(body: string): Promise<string[]> {
  return [...new Set((await faultsOf(body)).map((fault) => fault.split(':')[0] ?? ''))];
}

test('a page on which all can be read and reached has no faults', async () => {
  expect(
    await kindsOf(`<main style="height:100%;overflow:auto"><p>Words that are read</p>
      <button>One</button> <button>Two</button><div style="height:900px"></div>
      <button>Far below, to scroll to</button></main>`),
  ).toEqual([]);
});

test('what is wider than the window is found, also where nothing shows that it is', async () => {
  expect(await kindsOf('<p style="width:600px">wide</p>')).toContain('sideways');
  expect(
    await kindsOf('<main style="overflow:auto"><p style="width:600px">wide</p></main>'),
  ).toContain('sideways');
});

test('a table that is a region of its own may be wider than its place', async () => {
  expect(
    await kindsOf(`<div role="region" tabindex="0" style="overflow:auto">
      <p style="width:600px">many columns</p></div>`),
  ).toEqual([]);
});

test('what is cut off by its surroundings is found', async () => {
  const cut = '<div style="height:20px;overflow:hidden"><button>Half</button></div>';
  expect(await kindsOf(cut)).toContain('clipped');
  const dots =
    '<p style="width:40px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">much to say</p>';
  expect(await kindsOf(dots)).toContain('clipped');
});

test('what lies outside of the window, or before the beginning of a list, is found', async () => {
  expect(await kindsOf('<button style="position:absolute;top:290px">Low</button>')).toContain(
    'outside',
  );
  expect(
    await kindsOf(`<div style="overflow:auto;position:relative;height:100px;margin-top:50px">
      <button style="position:absolute;top:-20px">Early</button></div>`),
  ).toContain('unreachable');
});

test('two things in one place are found, and so are words over words', async () => {
  const over = 'position:absolute;top:10px;left:10px';
  expect(await kindsOf(`<button>A</button><button style="${over}">B</button>`)).toContain(
    'overlap',
  );
  expect(await kindsOf(`<p>some words</p><p style="${over};margin:6px 0">others</p>`)).toContain(
    'overlap',
  );
});

test('a menu may lie over what it is for, and over nothing else', async () => {
  const popup = '<div class="popup" style="position:absolute;top:0"><button>Menu</button></div>';
  expect(await kindsOf(`${popup}<div class="card"><button>Card</button></div>`)).toEqual([]);
  expect(await kindsOf(`${popup}<div><button>Score</button></div>`)).toContain('overlap');
});

test('words that leave the card they are drawn on are found', async () => {
  const card = 'width:50px;background:#eee;white-space:nowrap';
  expect(await kindsOf(`<div style="${card}">more than fits</div>`)).toContain('sticks out');
});

test('a chosen option and a hint that do not fit their box are found', async () => {
  expect(
    await kindsOf('<select style="width:60px"><option>a rather long choice</option></select>'),
  ).toContain('cut');
  expect(await kindsOf('<input style="width:60px" placeholder="a rather long hint">')).toContain(
    'cut',
  );
});

test('a foot that stays takes half of the height at most', async () => {
  const foot = (height: number): string =>
    `<main style="height:100%;overflow:auto"><p>list</p>
      <footer style="position:sticky;bottom:0;height:${height}px"><button>Go</button></footer></main>`;
  expect(await kindsOf(foot(60))).toEqual([]);
  expect(await kindsOf(foot(200))).toContain('sticky');
});

test('behind a modal dialog nothing is looked at, within it everything', async () => {
  const dialog = `<p style="width:300px">behind</p><dialog style="width:200px"><p style="width:500px">x</p></dialog>
    <button style="position:absolute;top:0">over</button>`;
  await faultsOf(dialog);
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  const faults = (await page.evaluate(
    `(() => { ${script}; return layout.findLayoutFaults(); })()`,
  )) as string[];
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['sideways:']);
});
