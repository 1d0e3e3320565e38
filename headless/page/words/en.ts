/** What the page of room scripts says, but for its console, where scripts speak. */
export const en = {
  title: 'Run a room script',
  intro:
    'A script runs in this tab and hosts a room as long as the tab stays open. It reaches no other page, and nothing that your browser keeps for this server.',
  process: 'Scripts that need files or packages run as a program: npm run room.',
  script: 'Script',
  hint: 'Paste a script, drop a file here, or choose one.',
  choose: 'Choose a file',
  run: 'Run',
  stop: 'Stop',
  state: {
    idle: 'No script is running.',
    starting: 'The script is starting…',
    running: 'The script is running.',
    lost: 'A part of this page did not arrive. Check your connection and run the script again.',
  },
  unreadable: 'This file cannot be read as text.',
  link: 'Link to the room',
  noLink: 'The link appears here once the script has opened its room.',
  copy: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'Copying is not allowed here: select the link and copy it yourself.',
  console: 'Console',
  noLines: 'Nothing yet.',
  clear: 'Clear the console',
  warn: 'Warning',
  error: 'Error',
};

export type PageWords = typeof en;
