import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LANGUAGE_CODES, tagOf } from '../../game/i18n/language.ts';
import { compressFolder } from '../../tools/build/compress-build.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { LobbyUnderTest } from './lobby-under-test.ts';
import { askRaw, openRaw, type RawAnswer, requestText } from './raw-http.ts';

const SCRIPT = Array.from({ length: 20_000 }, (_, line) => `v${line};`).join('\n');
const PATH = '/assets/big-abc.js';
const NEW_PAGE = '<!doctype html><title>another version</title>';

/** As in game/index.html. */
const PAGE = `<!doctype html><meta property="og:image" content="/preview.png" />${' '.repeat(400)}`;

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({ build });
});

afterEach(() => lobby.end());

const built = mkdtempSync(join(tmpdir(), 'peerball-files-'));

beforeAll(async () => {
  mkdirSync(join(built, 'assets'));
  writeFileSync(join(built, 'index.html'), '<!doctype html><title>game</title>'.padEnd(400));
  writeFileSync(join(built, 'assets', 'big-abc.js'), SCRIPT);
  writeFileSync(join(built, 'assets', 'big-abc.js.map'), '{}');
  for (const name of ['manifest.webmanifest', 'sw.js', 'offline.json']) {
    writeFileSync(join(built, name), '{}');
  }
  await compressFolder(built);
});

afterAll(() => rmSync(built, { recursive: true }));

function build(folder: string): void {
  cpSync(built, folder, { recursive: true });
}

function buildPage(folder: string): void {
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(PAGE));
  writeFileSync(join(folder, 'index.html.gz'), gzipSync(PAGE));
  writeFileSync(join(folder, 'preview.png'), 'no picture');
}

async function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawAnswer> {
  const answer = await askRaw(lobby.server.port, requestText(`${method} ${path}`, headers));
  if (answer === null) throw new Error(`no answer to ${method} ${path}`);
  return answer;
}

const bytesOf = ({ body }: RawAnswer): Buffer => Buffer.from(body, 'latin1');

test.each([
  ['br', 'gzip, deflate, br, zstd', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ['gzip', 'gzip, deflate', (bytes: Buffer) => gunzipSync(bytes)],
  ['gzip', 'br;q=0, *', (bytes: Buffer) => gunzipSync(bytes)],
  [undefined, '', (bytes: Buffer) => bytes],
  [undefined, 'identity', (bytes: Buffer) => bytes],
  [undefined, 'br;q=0, gzip;q=0', (bytes: Buffer) => bytes],
  [undefined, ';;,=q=,\u00e9', (bytes: Buffer) => bytes],
])('[L54] the answer is %s for who accepts "%s"', async (encoding, accepted, decode) => {
  const answer = await get(PATH, { 'Accept-Encoding': accepted });
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  expect(answer.headers.get('content-type')).toContain('javascript');
  expect(Number(answer.headers.get('content-length'))).toBe(bytesOf(answer).length);
  expect(decode(bytesOf(answer)).toString()).toBe(SCRIPT);
});

test('[L54] what is known already is not sent again, and each form has its own name', async () => {
  const accepting = ['br', 'gzip', 'identity'].map((name) => ({ 'Accept-Encoding': name }));
  const tags = new Set<string>();
  for (const headers of accepting) {
    const first = await get('/', headers);
    const etag = first.headers.get('etag')!;
    tags.add(etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/', { ...headers, 'If-None-Match': known });
      expect(again.status, known).toBe(304);
      expect(again.body).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('vary')).toBe('Accept-Encoding');
      expect(again.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await get('/', { ...headers, 'If-None-Match': '"other"' })).status).toBe(200);
  }
  expect(tags.size).toBe(3);
});

test('[L54] HEAD tells the same and sends nothing', async () => {
  const headers = { 'Accept-Encoding': 'br' };
  const [whole, head] = [await get(PATH, headers), await get(PATH, headers, 'HEAD')];
  expect(head.body).toBe('');
  for (const name of ['content-length', 'content-encoding', 'etag', 'content-type', 'vary']) {
    expect(head.headers.get(name), name).toBe(whole.headers.get(name));
  }
});

test.each([
  'bytes=5-2',
  'bytes=0-9007199254740993',
  'bytes=99999999999999999999-',
  'bytes=-99999999999999999999',
  'bytes=-0',
  'bytes=0-0,5-9,2-1',
  'bytes=',
  'bytes',
  'bytes=a-b',
  'lines=1-2',
  'bytes=NaN-Infinity',
  `bytes=${'0-1,'.repeat(2000)}`,
])('[L54] a range gets the whole: none are offered', async (range) => {
  for (const path of ['/', PATH]) {
    const answer = await get(path, { Range: range, 'If-Range': '"x"' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('accept-ranges')).toBe('none');
    expect(Number(answer.headers.get('content-length'))).toBe(bytesOf(answer).length);
  }
});

test('[L54] a rebuild under a running server changes nothing of what it serves', async () => {
  const before = [await get('/'), await get(PATH)];
  const paused = await openRaw(lobby.server.port, requestText(`GET ${PATH}`));
  writeFileSync(join(lobby.gameFolder, 'index.html'), NEW_PAGE);
  rmSync(join(lobby.gameFolder, 'assets'), { recursive: true });
  const after = [await get('/'), await get(PATH)];
  expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
  let received = 0;
  for await (const chunk of paused) received += (chunk as Buffer).length;
  expect(received).toBeGreaterThan(SCRIPT.length);
  await lobby.server.close();
  lobby.server = await lobby.startServer({
    build: (folder) => writeFileSync(join(folder, 'index.html'), NEW_PAGE),
  });
  expect((await get('/')).body).toBe(NEW_PAGE);
});

test('[L54] a form that was left behind by another build is not served', async () => {
  await lobby.server.close();
  lobby.server = await lobby.startServer({
    build: (folder) => {
      build(folder);
      writeFileSync(join(folder, 'index.html'), NEW_PAGE);
      writeFileSync(join(folder, 'assets', 'big-abc.js.br'), 'no brotli');
    },
  });
  const page = await get('/', { 'Accept-Encoding': 'br' });
  expect(page.headers.get('content-encoding')).toBeUndefined();
  expect(page.body).toBe(NEW_PAGE);
  const script = await get(PATH, { 'Accept-Encoding': 'br, gzip' });
  expect(script.headers.get('content-encoding')).toBe('gzip');
});

test('[L51] a chunk of another version is missing, and nobody keeps that', async () => {
  for (const path of ['/assets/old-xyz.js', '/assets/', '/assets', '/nowhere']) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get('cache-control'), path).toBe('no-store');
  }
  expect((await get('/manifest.webmanifest')).headers.get('cache-control')).toBe('no-cache');
  expect((await get('/j/PVX7Q2')).headers.get('cache-control')).toBe('no-cache');
});

test('[L51] the worker, its list and the manifest are asked for anew, each as what it is', async () => {
  for (const [path, type] of [
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/offline.json', 'application/json'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ] as const) {
    const { headers } = await get(path);
    expect([headers.get('content-type'), headers.get('cache-control')], path).toEqual([
      type,
      'no-cache',
    ]);
    expect(headers.get('content-security-policy')).toContain("worker-src 'self'");
    expect((await get(path, { 'If-None-Match': headers.get('etag')! })).status, path).toBe(304);
  }
});

test('[L60] source maps and the compressed files themselves are not for everybody', async () => {
  for (const path of [`${PATH}.map`, `${PATH}.br`, `${PATH}.gz`, '/index.html.br']) {
    expect((await get(path)).status, path).toBe(404);
  }
  expect((await get(PATH)).headers.has('sourcemap')).toBe(false);
});

test('[L60] source maps are served when that is asked for', async () => {
  await lobby.server.close();
  const environment = { PEERBALL_SOURCE_MAPS: 'on' };
  lobby.server = await lobby.startServer({ build, environment });
  const map = (await get(PATH)).headers.get('sourcemap')!;
  expect(map).toBe(`${PATH}.map`);
  expect((await get(map)).body).toBe('{}');
});

test.each([
  ['without a public address', {}, '/preview.png'],
  [
    'with one',
    { PEERBALL_PUBLIC_URL: 'https://play.example', PEERBALL_TRUST_PROXY: '1' },
    'https://play.example/preview.png',
  ],
])('[L85] %s the page names its picture for links', async (_case, environment, address) => {
  await lobby.server.close();
  lobby.server = await lobby.startServer({ build: buildPage, environment });
  const tags = new Set<string>();
  for (const [accepted, decode] of [
    ['identity', (bytes: Buffer) => bytes],
    ['gzip', (bytes: Buffer) => gunzipSync(bytes)],
    ['br', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ] as const) {
    const answer = await get('/j/PVX7Q2', { 'Accept-Encoding': accepted });
    expect(decode(bytesOf(answer)).toString()).toBe(PAGE.replace('/preview.png', address));
    expect(Number(answer.headers.get('content-length'))).toBe(bytesOf(answer).length);
    tags.add(answer.headers.get('etag')!);
  }
  expect(tags.size).toBe(3);
  expect((await get('/preview.png')).headers.get('content-type')).toBe('image/png');
});

test('[L85] the page of the game has a title, a text and a picture for links', () => {
  const page = readFileSync(new URL('../../game/index.html', import.meta.url), 'utf8');
  const content = (property: string): string | undefined =>
    new RegExp(`<meta[^>]*\\bproperty="og:${property}"[^>]*\\bcontent="([^"]+)"`).exec(page)?.[1];
  expect(content('title')).toBe('Peerball');
  expect(content('description')).toMatch(/\w+ \w+/);
  const image = readFileSync(new URL(`../../game/public${content('image')}`, import.meta.url));
  expect(image.subarray(1, 4).toString()).toBe('PNG');
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('[L145] what is kept is said at /privacy, in every language of the game', async () => {
  await lobby.end();
  lobby = await LobbyUnderTest.start({
    build(folder) {
      const name = 'privacy.html';
      cpSync(join(PROJECT_ROOT, 'game', 'public', name), join(folder, name));
    },
  });
  const page = await (await fetch(`${lobby.server.url}/privacy`)).text();
  for (const language of LANGUAGE_CODES) expect(page).toContain(`lang="${tagOf(language)}"`);
});

test('[L160] the page for room scripts is at /headless, and only its frame is sandboxed', async () => {
  await lobby.end();
  lobby = await LobbyUnderTest.start({
    build(folder) {
      build(folder);
      mkdirSync(join(folder, 'headless'));
      writeFileSync(join(folder, 'headless', 'index.html'), '<!doctype html><title>page</title>');
      writeFileSync(join(folder, 'headless', 'box.html'), '<!doctype html><title>box</title>');
    },
  });
  const policyOf = async (path: string) => {
    const answer = await fetch(`${lobby.server.url}${path}`);
    const title = /<title>(.*)<\/title>/.exec(await answer.text())![1];
    return [title, answer.headers.get('Content-Security-Policy')!] as const;
  };
  const [page, ofPage] = await policyOf('/headless');
  const [box, ofBox] = await policyOf('/headless/box.html');
  const [game, ofGame] = await policyOf('/');
  expect([page, box, game]).toEqual(['page', 'box', 'game']);
  expect(ofPage).toBe(`${ofGame}; frame-src 'self'`);
  expect(ofBox).toMatch(/^sandbox allow-scripts;/);
  expect([ofPage, ofGame].join()).not.toContain('sandbox');
  expect((await policyOf('/headless/'))[1]).toBe(ofPage);
});
