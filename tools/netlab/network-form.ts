/** `short` is part of `npm test`; `full` is `npm run test:network`. */
export type NetworkForm = 'short' | 'full';

export const FORM_VARIABLE = 'PEERBALL_NETWORK_FORM';

/** What the environment asks for; anything unknown is a mistake of whoever set it. */
export function readForm(text: string | undefined): NetworkForm {
  if (text === undefined || text === '' || text === 'short') return 'short';
  if (text === 'full') return 'full';
  throw new Error(`${FORM_VARIABLE} must be short or full, not ${text}`);
}
