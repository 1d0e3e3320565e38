import type { DrivenPage } from '../page/driven-page.ts';
import { invitePath } from '../page/rooms.ts';

export type Rules = { readonly goals: number; readonly minutes: number };

/** For what takes a second or two on an idle machine. */
const PATIENCE_MS = 40_000;

/** Makes a room with these rules; returns the path of its invitation. */
export async function hostRoom(page: DrivenPage, rules: Rules): Promise<string> {
  await click(page, testId('make-room'));
  await pick(page, 0, 'scoreLimit', rules.goals);
  await pick(page, 1, 'timeLimitMinutes', rules.minutes);
  const code = await page.ask(`document.querySelector('${testId('room-code')}').textContent`);
  return invitePath(String(code));
}

/** Joins the room that the page was invited to. */
export async function acceptInvitation(page: DrivenPage): Promise<void> {
  await click(page, testId('join-invited'));
}

/** Waits until the page lists so many members. */
export async function untilMembers(page: DrivenPage, count: number): Promise<void> {
  await until(page, `document.querySelectorAll('${testId('member')}').length === ${count}`);
}

/** Does not wait for anybody's word, which takes as long as the network wants. */
export async function startMatch(page: DrivenPage): Promise<void> {
  await until(page, 'window.__peerball.members.every((member) => !member.absent)');
  await click(page, testId('start'));
}

/** Waits until the element with this test id is shown. */
export async function untilShown(page: DrivenPage, id: string): Promise<void> {
  await until(page, `document.querySelector('${testId(id)}') !== null`);
}

/** Waits within the page, so that it is not asked again and again; in vain it says what it shows. */
export async function until(page: DrivenPage, condition: string): Promise<void> {
  const problem = await page.ask(`new Promise((resolve) => {
    const endMs = performance.now() + ${PATIENCE_MS};
    const look = () => {
      if (${condition}) resolve(null);
      else if (performance.now() < endMs) setTimeout(look, 50);
      else resolve(document.body.innerText + JSON.stringify(window.__peerball?.stats));
    };
    look();
  })`);
  if (problem !== null) throw new Error(`waited in vain for ${condition}: ${String(problem)}`);
}

async function click(page: DrivenPage, selector: string): Promise<void> {
  await until(page, `document.querySelector('${selector}') !== null`);
  await page.ask(`document.querySelector('${selector}').click()`);
}

/** A choice counts once it came back from the room: the next one is made on top of it. */
async function pick(
  page: DrivenPage,
  which: number,
  rule: 'scoreLimit' | 'timeLimitMinutes',
  value: number,
): Promise<void> {
  const select = `document.querySelectorAll('.rules select')[${which}]`;
  await until(page, `${select} !== undefined`);
  await page.ask(`(() => {
    const select = ${select};
    select.value = '${value}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
  await until(page, `window.__peerball.rules.${rule} === ${value}`);
}

function testId(id: string): string {
  return `[data-testid="${id}"]`;
}
