import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startAside } from './run-command.ts';

const SESSION = '/proc/self/autogroup';

// Windows has neither sessions nor this shell.
test.runIf(process.platform !== 'win32')(
  'what runs aside leaves the processor to others, whatever session they are in',
  async () => {
    // It answers when it is asked: its priority is set when it runs already.
    const child = startAside('sh', ['-c', `read go; nice; cat ${SESSION} || true`]);
    child.stdin.end('go\n');
    const [priority, session = ''] = (await text(child.stdout)).split('\n');
    expect(priority).toBe('19');
    if (!existsSync(SESSION)) return;
    expect(session).toMatch(/ nice 19$/);
    expect(session.split(' ')[0]).not.toBe(readFileSync(SESSION, 'utf8').split(' ')[0]);
  },
);
