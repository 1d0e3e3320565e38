import { afterEach, beforeEach, expect, test } from 'vitest';
import { honestAuth, LobbyUnderTest, value } from './lobby-under-test.ts';
import { askRaw, openRaw, requestText } from './raw-http.ts';

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
});

afterEach(() => lobby.end());

const FOREIGN = { Origin: 'https://evil.example' };
const WEBSOCKET = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': 13,
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};
const polling = '/socket.io/?EIO=4&transport=polling';
const websocket = '/socket.io/?EIO=4&transport=websocket';

const ask = (line: string, headers: Record<string, string | number> = {}, body = '') =>
  askRaw(lobby.server.port, requestText(line, headers, body));

/** A session as an honest program gets it. */
async function openSession(): Promise<string> {
  const { body } = (await ask(`GET ${polling}`))!;
  return (JSON.parse(body.slice(1)) as { sid: string }).sid;
}

test.each([
  ['a GET', 'GET', {}],
  ['a POST', 'POST', {}],
  ['a preflight', 'OPTIONS', {}],
  ['a HEAD', 'HEAD', {}],
  ['an upgrade', 'GET', WEBSOCKET],
])(
  '[L55] %s of a foreign page is refused, with a session and without',
  async (_what, method, more) => {
    const sid = await openSession();
    const transport = 'Upgrade' in more ? websocket : polling;
    for (const path of [transport, `${transport}&sid=${sid}`, `${transport}&sid=${sid}&x=1`]) {
      const foreign = [FOREIGN, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }];
      for (const headers of foreign) {
        const answer = await ask(`${method} ${path}`, { ...more, ...headers });
        expect(answer?.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
        expect(answer?.body).not.toContain('sid');
      }
    }
    expect(lobby.server.counters.get('request/ORIGIN')).toBe(9);
  },
);

test('[L55] no answer is a script that any page could load', async () => {
  const sid = await openSession();
  const paths = ['&j=0', '&j=', `&sid=${sid}&j=0`, '&j=0&j=1', '&%6A=0'];
  for (const path of paths) {
    const answer = await ask(`GET ${polling}${path}`);
    expect(answer?.status, path).toBe(400);
    expect(answer?.body, path).not.toContain('___eio');
  }
});

test.each([
  ['another path', `GET /${polling.slice(1).replace('/', '')}`, {}],
  ['no websocket', `GET ${websocket}`, { ...WEBSOCKET, Upgrade: 'h2c' }],
  ['no key', `GET ${websocket}`, { ...WEBSOCKET, 'Sec-WebSocket-Key': 'x' }],
  ['another version', `GET ${websocket}`, { ...WEBSOCKET, 'Sec-WebSocket-Version': 7 }],
  ['another method', `POST ${websocket}`, WEBSOCKET],
  ['another transport', `GET ${polling}`, WEBSOCKET],
  ['an old protocol', `GET ${websocket.replace('4', '3')}`, WEBSOCKET],
  ['a parameter twice', `GET ${websocket}&transport=polling`, WEBSOCKET],
  ['an unknown session', `GET ${websocket}&sid=AAAAAAAAAAAAAAAAAAAA`, WEBSOCKET],
])(
  '[L50] an upgrade with %s is answered, with the security headers',
  async (_what, line, headers) => {
    const answer = await ask(line, headers);
    expect(answer?.status).toBeGreaterThanOrEqual(400);
    expect(answer?.status).toBeLessThan(405);
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);

test.each([
  ['a session', `GET ${polling}`, {}, 200],
  ['an unknown session', `GET ${polling}&sid=nobody`, {}, 400],
  ['an unknown transport', 'GET /socket.io/?EIO=4&transport=smoke', {}, 400],
  ['a refused origin', `GET ${polling}`, FOREIGN, 403],
  ['a method', `DELETE ${polling}`, {}, 405],
])(
  '[L50] Socket.IO answers about %s with the security headers',
  async (_what, line, headers, status) => {
    const answer = await ask(line, headers);
    expect(answer?.status).toBe(status);
    expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer?.headers.get('cache-control')).toBe('no-store');
  },
);

test('[L50] a websocket is opened with the security headers', async () => {
  const socket = await openRaw(lobby.server.port, requestText(`GET ${websocket}`, WEBSOCKET));
  const text = await new Promise<string>((resolve) => {
    socket.once('data', (chunk) => resolve(chunk.toString('latin1')));
  });
  socket.destroy();
  expect(text).toContain('101 Switching Protocols');
  expect(text).toContain("default-src 'none'");
});

test('[L56] a page of a rebound name gets no session, although Origin and Host agree', async () => {
  const Host = `evil.example:${lobby.server.port}`;
  for (const headers of [{ Host }, { Host, Origin: `http://${Host}` }]) {
    expect((await ask(`GET ${polling}`, headers))?.status).toBe(403);
    expect((await ask(`GET ${websocket}`, { ...WEBSOCKET, ...headers }))?.status).toBe(403);
  }
});

test('[L56] whoever comes by a name that the server does not know reads what to do', async () => {
  const answer = await ask('GET /', { Host: 'play.example' });
  expect(answer?.status).toBe(421);
  expect(answer?.body).toContain('PEERBALL_PUBLIC_URL=http://play.example');
  expect((await ask('GET /healthz', { Host: 'play.example' }))?.status).toBe(200);
  for (const Host of ['box.local:3000', 'box', '10.0.0.7:3000', '[::1]:3000']) {
    expect((await ask('GET /', { Host }))?.status, Host).toBe(200);
  }
});

test('[L58] 400 requests for a socket in one write give at most one', async () => {
  const sid = await openSession();
  const connects = Array.from({ length: 400 }, () => `40${JSON.stringify(honestAuth())}`);
  for (let sent = 0; sent < connects.length; sent += 100) {
    const body = connects.slice(sent, sent + 100).join('\u001e');
    await ask(`POST ${polling}&sid=${sid}`, { 'Content-Length': body.length }, body);
  }
  const { counters } = lobby.server;
  await expect.poll(() => counters.get('ended/REPEATED')).toBe(1);
  expect(counters.get('connect/OK')).toBeLessThanOrEqual(1);
  value(await lobby.client().createRoom('Ada'));
});

test.each(['40/admin,{}', '40/', '40/,{}'])(
  '[L58] %s asks for another namespace and ends the connection',
  async (packet) => {
    const sid = await openSession();
    await ask(`POST ${polling}&sid=${sid}`, { 'Content-Length': packet.length }, packet);
    expect((await ask(`GET ${polling}&sid=${sid}`))?.status).toBe(400);
    expect(lobby.server.counters.get('ended/REPEATED')).toBe(1);
  },
);

test('[L58] leaving and asking for a socket again is a second one too', async () => {
  const sid = await openSession();
  const own = `${polling}&sid=${sid}`;
  const say = (body: string) => ask(`POST ${own}`, { 'Content-Length': body.length }, body);
  const connect = `40${JSON.stringify(honestAuth())}`;
  await say(connect);
  expect((await ask(`GET ${own}`))?.body).toContain('welcome');
  await say(`41\u001e${connect}`);
  expect(lobby.server.counters.get('ended/REPEATED')).toBe(1);
});
