import { expect, test } from 'vitest';
import { readNews, readRefusal, readReply } from './lobby-reply.ts';

test.each([null, undefined, 5, 'ok', [], {}, { ok: true }, { ok: true, value: { room: {} } }])(
  '[L23] the answer %j makes no sense',
  (reply) => {
    expect(readReply('room:join', reply)).toEqual({ ok: false, error: { code: 'BAD_ANSWER' } });
  },
);

test('[L23] a refusal keeps what is known of it', () => {
  expect(readRefusal({ ok: false, code: 'RATE_LIMITED', retryMs: 10 })).toEqual({
    code: 'RATE_LIMITED',
    retryMs: 10,
  });
  expect(readRefusal({ ok: false, code: 'NO_SUCH_CODE' })).toEqual({ code: 'BAD_ANSWER' });
  expect(readRefusal({ ok: false, code: 'FULL', retryMs: 1e300 })).toEqual({ code: 'BAD_ANSWER' });
});

test('[L23] a room of a hostile lobby is not believed', () => {
  const member = { id: 'a', name: 'Ada', session: 1, pageNumber: 0, online: true };
  const room = {
    code: 'PVX7Q2',
    sequencer: 'a',
    max: 16,
    quick: false,
    revision: 1,
    members: [member],
  };
  expect(readNews('room:state', room)).toEqual(room);
  for (const wrong of [
    { members: Array.from({ length: 17 }, () => member) },
    { members: [{ ...member, name: 'A\u202Eb' }] },
    { members: [{ ...member, id: '../../..' }] },
    { members: [{ ...member, pageNumber: 31 }] },
    { members: null },
    { code: 'pvx7q2' },
    { revision: Number.NaN },
    { extra: 1 },
  ]) {
    expect(readNews('room:state', { ...room, ...wrong }), JSON.stringify(wrong)).toBeNull();
  }
});

test('[L23] an answer to entering a room in which the page itself is not is not believed', () => {
  const member = { id: 'a', name: 'Ada', session: 1, pageNumber: 0, online: true };
  const room = {
    code: 'PVX7Q2',
    sequencer: 'a',
    max: 16,
    quick: false,
    revision: 1,
    members: [member],
  };
  const ice = { servers: [], lifetimeS: 60 };
  const reply = (self: string) => ({ ok: true, value: { self, room, ice, relay: true } });
  expect(readReply('room:join', reply('a'))).toMatchObject({ ok: true });
  expect(readReply('room:join', reply('b'))).toEqual({ ok: false, error: { code: 'BAD_ANSWER' } });
});
