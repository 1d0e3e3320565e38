import { expect, test } from 'vitest';
import { PageModel } from './page-model.ts';
import { TabScript } from './tab-script.ts';

function make(last: unknown, code: string | null) {
  const model = new PageModel();
  const saved: unknown[] = [];
  const script = new TabScript({
    model,
    shelf: {
      load: (key) => Promise.resolve(key === 'last' ? last : undefined),
      save: (_key, value) => Promise.resolve(void saved.push(value)),
    },
    loadCode: () => Promise.resolve(code),
    lobbyUrl: 'http://localhost:1',
    page: {} as Document,
  });
  return { model, saved, script };
}

test('the script that ran last stands in the page again, unless there is one already', async () => {
  const last = { name: 'league.js', source: 'a' };
  const { model, script } = make(last, null);
  await script.restore();
  expect([model.name.value, model.source.value]).toEqual(['league.js', 'a']);
  model.source.value = 'b';
  await script.restore();
  expect(model.source.value).toBe('b');
});

test.each([null, 'x', { name: 3, source: 'a' }, { name: 'a' }])(
  'what is no script is none: %j',
  async (last) => {
    const { model, script } = make(last, null);
    await script.restore();
    expect(model.source.value).toBe('');
  },
);

test('a part that does not come is said, and the script is kept for the next try', async () => {
  const { model, script, saved } = make(null, null);
  model.source.value = 'a';
  await script.start();
  expect(model.state.value).toBe('lost');
  expect(saved).toEqual([{ name: 'script.js', source: 'a' }]);
});

test('a script that is stopped while it starts does not run', async () => {
  const { model, script } = make(null, 'code');
  const starting = script.start();
  script.stop();
  await starting;
  expect(model.state.value).toBe('idle');
});
