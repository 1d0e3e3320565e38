/** [L141] What others learn of one's address. */
export const enPrivacy = {
  privacy: 'Privacy',
  hideAddress: 'Hide my IP address',
  hideAddressHint:
    'Others then reach you only over this server and its relay, a little slower, and pings to rooms are not measured. Counts from the next room on.',
} as const;

/** Where two machines find no way to each other. */
export const enWays = {
  'link-failed': {
    title: 'No route to your friend',
    text: 'A firewall blocks direct connections between you two. Try again, or try another network: mobile data often works.',
  },
  'turn-refused': {
    title: 'The relay of this server is set up wrongly',
    text: 'It refuses the password that this server gives out, and without it there is no way between you two. Whoever runs the server can mend it.',
  },
  'no-relay': {
    title: 'No route to your friend',
    text: 'A firewall blocks direct connections between you two, and whoever runs this server has turned its relay off. Try another network: mobile data often works.',
  },
} as const;
