import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import { PROXY_ADDRESS, UdpProxy } from './udp-proxy.ts';

/** Something arrived: as text, and the port it seems to come from. */
type Arrival = { readonly text: string; readonly port: number };

let proxy: UdpProxy;
let ana: Socket;
let ben: Socket;

beforeEach(async () => {
  proxy = new UdpProxy(1);
  [ana, ben] = await Promise.all([openEnd(), openEnd()]);
});

afterEach(async () => {
  await proxy.close();
  ana.close();
  ben.close();
});

async function openEnd(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, PROXY_ADDRESS);
  await once(socket, 'listening');
  return socket;
}

async function nextAt(socket: Socket): Promise<Arrival> {
  const [bytes, from] = (await once(socket, 'message')) as [Buffer, RemoteInfo];
  return { text: bytes.toString(), port: from.port };
}

function standFor(socket: Socket): Promise<number> {
  return proxy.portFor(socket.address());
}

test('each side knows the other by one port of the proxy, which also is where answers go', async () => {
  const [ports, arrival] = [await Promise.all([standFor(ana), standFor(ben)]), nextAt(ben)];
  ana.send('ping', ports[1], PROXY_ADDRESS);
  expect(await arrival).toEqual({ text: 'ping', port: ports[0] });
  const answer = nextAt(ana);
  ben.send('pong', ports[0], PROXY_ADDRESS);
  expect(await answer).toEqual({ text: 'pong', port: ports[1] });
  expect(proxy.counts).toMatchObject({ in: 2, dropped: 0, out: 2 });
});

test('a sender that nobody announced gets a port of its own when it first sends', async () => {
  const port = await standFor(ben);
  const arrival = nextAt(ben);
  ana.send('hello', port, PROXY_ADDRESS);
  expect((await arrival).port).toBe(await standFor(ana));
});

test('while it is cut nothing gets through, and afterwards everything does', async () => {
  const port = await standFor(ben);
  proxy.isCut = true;
  ana.send('lost', port, PROXY_ADDRESS);
  await expect.poll(() => proxy.counts.dropped).toBe(1);
  proxy.isCut = false;
  const arrival = nextAt(ben);
  ana.send('found', port, PROXY_ADDRESS);
  expect((await arrival).text).toBe('found');
});

test('a packet takes its time', async () => {
  proxy.conditions = { ...PERFECT, delayMs: 30 };
  const port = await standFor(ben);
  const arrival = nextAt(ben);
  const sentMs = performance.now();
  ana.send('late', port, PROXY_ADDRESS);
  await arrival;
  // Timers count in whole milliseconds.
  expect(performance.now() - sentMs).toBeGreaterThanOrEqual(29);
});

test('what the other side may know of a candidate is a port of the proxy, or nothing', async () => {
  const { port } = ana.address();
  const line = `candidate:1 1 udp 2122260223 ${PROXY_ADDRESS} ${port} typ host`;
  const stand = await standFor(ana);
  expect(await proxy.moveLine(line)).toBe(line.replace(String(port), String(stand)));
  expect(await proxy.moveLine('candidate:1 1 tcp 1 127.0.0.1 9 typ host')).toBeNull();
  const sdp = `v=0\r\na=${line}\r\n`;
  expect(await proxy.moveSdp(sdp)).toBe(sdp.replace(String(port), String(stand)));
});
