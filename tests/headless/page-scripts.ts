// Scripts of rooms that pages come into.

/** Counts goals for ever, and keeps as `FILE` what it took for final since it came. */
export const LEAGUE = `
const fs = require('fs');
const runs = Number(localStorage.getItem('runs') ?? 0) + 1;
localStorage.setItem('runs', String(runs));
const goals = () => Number(localStorage.getItem('goals') ?? 0);
const room = HBInit({ roomName: 'League', playerName: 'League', noPlayer: true, maxPlayers: 4 });
room.setTimeLimit(0);
room.setScoreLimit(0);
room.onRoomLink = (url) => console.log('run', runs, 'link', url);
room.onPlayerJoin = ({ id, name }) => {
  room.sendAnnouncement('Welcome, ' + name + '!', id);
  console.log('run', runs, 'joined', name);
};
room.onPlayerChat = ({ id }, text) => {
  if (text === '!play') { room.setPlayerTeam(id, 1); room.startGame(); return false; }
  if (text === '!file') {
    fs.writeFileSync(FILE, room.stopRecording());
    console.log('run', runs, 'kept');
    return false;
  }
};
room.onGameStart = () => { room.startRecording(); console.log('run', runs, 'started'); };
room.onTeamGoal = () => {
  localStorage.setItem('goals', String(goals() + 1));
  room.sendAnnouncement('Goal number ' + goals(), null, 0xffcc00, 'bold');
};
`;

/** Sends away who asks for it, for now or until it lets all come again. */
export const BOUNCER = `
const room = HBInit({ roomName: 'Bouncer', playerName: 'Bouncer', noPlayer: true });
room.onRoomLink = (url) => console.log('link', url);
room.onPlayerJoin = ({ name }) => console.log('joined', name);
room.onPlayerKicked = ({ name }, reason, isForGood) => console.log('kicked', name, isForGood);
room.onPlayerChat = ({ id }, text) => {
  if (text === '!out') room.kickPlayer(id, 'as asked', false);
  if (text === '!forever') room.kickPlayer(id, 'as asked', true);
  if (text === '!forgive') { room.clearBans(); console.log('forgiven'); }
  return false;
};
`;

/** Shows a panel on each page, and starts a match by a button of it. */
export const PANELS = `
const room = openRoom({ title: 'Panels', name: 'Panels' });
room.on('link', (url) => console.log('link', url));
let count = 0;
const show = () => room.show({
  title: '<b>Panel</b>',
  lines: [{ text: 'pressed ' + count, color: 0xffd166 }],
  buttons: [{ id: 'more', text: 'More' }, { id: 'start', text: 'Start' }],
});
show();
room.on('join', (player) => console.log('joined', player.name));
room.on('press', (player, button) => {
  console.log('pressed', button, 'by', player.name);
  count += 1;
  show();
  if (button === 'start') { player.moveTo('sun'); room.start(); }
});
`;
