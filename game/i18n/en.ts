import { enHome } from './en-home.ts';
import { enChat, enChatSettings } from './en-chat.ts';
import { enEntranceErrors, enJoining } from './en-joining.ts';
import { enLoad, enLoadErrors } from './en-load.ts';
import { enMaps } from './en-maps.ts';
import { enMenu } from './en-menu.ts';
import { enPad } from './en-pad.ts';
import { enPractice } from './en-practice.ts';
import { enQuick } from './en-quick.ts';
import { enPrivacy, enWays } from './en-ways.ts';
import { enResult } from './en-result.ts';
import { enStart } from './en-start.ts';
import { enText } from './en-text.ts';
import type { Widened } from './widened.ts';

/** The texts of the game in English. Every other language has the same keys, see `Messages`. */
export const en = {
  common: {
    close: 'Close',
    cancel: 'Cancel',
    you: 'You',
  },
  teams: { sun: 'Sun', wave: 'Wave', bench: 'Bench' },
  home: enHome,
  joining: enJoining,
  room: {
    title: 'Room',
    code: 'Room code',
    copyLink: 'Copy link',
    copied: 'Copied ✓',
    copyFailed: 'Copying is blocked here: select the link and copy it.',
    share: 'Share…',
    shareText: 'Play Peerball with me:',
    qr: 'QR code',
    qrHint: (code: string) => `Scan to join room ${code}`,
    linkLabel: 'Invite link',
    invite: 'Send the link or the code to your friend. Whoever opens it is in.',
    host: 'host',
    playHere: 'Play here',
    toBench: 'Watch from the bench',
    manage: (name: string) => `Manage ${name}`,
    remove: 'Remove…',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: 'They leave the room at once. The code does not bring them back.',
    removeConfirm: 'Remove',
    isFull: (places: number) =>
      `The room is full: all ${places} places are taken, those for watching too.`,
    freePlace: 'Free place',
    emptyBench: 'Nobody is watching.',
    ready: 'ready',
    notReady: 'not ready',
    away: 'reconnecting',
    imReady: "I'm ready",
    imReadyOn: 'Ready ✓',
    startNow: 'Start now',
    starting: 'Everybody is ready: starting…',
    waitingForFriend: 'Waiting for your friend…',
    waitingForReady: 'Waiting until everybody is ready.',
    waitingForHost: 'The host starts the match.',
    needBothTeams: 'Each team needs a player.',
    joinedAnnounce: (name: string) => `${name} joined.`,
    leftAnnounce: (name: string) => `${name} left.`,
    leave: 'Leave room',
    access: 'Who may come in',
    rules: 'Rules',
    timeLimit: 'Time limit',
    goalLimit: 'Goal limit',
    presetQuick: 'Quick',
    presetFirst: 'First to 3',
    presetLong: 'Long',
    minutes: (count: number) => (count === 0 ? 'no time limit' : `${count} min`),
    goals: (count: number) => (count === 0 ? 'no goal limit' : `first to ${count}`),
  },
  quick: enQuick,
  maps: enMaps,
  pad: enPad,
  practice: enPractice,
  load: enLoad,
  chat: enChat,
  text: enText,
  match: {
    score: (sun: number, wave: number) => `Sun ${sun}, Wave ${wave}`,
    clock: (minutes: number, seconds: number) => `${minutes} minutes ${seconds} seconds`,
    goldenGoal: 'Golden goal: the next one wins',
    menu: 'Menu',
    ping: (ms: number) => `${ms} ms`,
    pingLabel: (ms: number) => `Connection ${ms} milliseconds`,
    paths: { direct: 'direct', turn: 'TURN', lobby: 'via lobby' },
    pathLabel: {
      direct: (ms: number) => `Direct connection, ${ms} milliseconds`,
      turn: (ms: number) => `Connection over a TURN server, ${ms} milliseconds`,
      lobby: (ms: number) => `Connection through the lobby, ${ms} milliseconds`,
    },
    alone: 'practice',
    waiting: 'Waiting for your friend…',
    absent: (name: string) => `${name} is reconnecting…`,
    paused: 'Paused',
    go: 'GO',
    watching: 'You are watching.',
    hintMove: 'move',
    hintKick: 'kick',
    hintScore: 'score in that goal',
    lobbyLost: 'Lobby lost',
    lobbyLostLong: 'Lobby lost: you can keep playing',
    lobbyLostRoom: 'Lobby lost: you all stay, but nobody new can come in until it is back.',
    lobbyRestarts: 'Lobby restarts',
    lobbyRestartsLong: 'The lobby restarts: you all stay, and can keep playing.',
    roomClosed: 'Room closed',
    roomGone: 'The lobby closed this room: nobody new can join. Whoever is here plays on.',
    matchLost: 'The match from before the reload is lost: no page in this room has kept it.',
    roomGoneAlone: 'The lobby closed this room, and nobody else is here.',
    left: (name: string) => `${name} left.`,
    gone: (name: string) => `${name} has not come back.`,
    warnLatency: (ms: number) => `${ms} ms`,
    warnJitter: 'unsteady',
    warnLoss: (percent: number) => `${percent} % lost`,
    warnSilent: 'interrupted…',
    warnReconnecting: 'reconnecting…',
    warnEaten: 'your moves come late',
    warnRepaired: 'back in step',
    warnBenched: 'you only watch now',
    warnLong: {
      latency: 'Slow connection',
      jitter: 'Unsteady connection',
      loss: 'Packets are being lost',
      silent: 'Connection interrupted',
      reconnecting: 'Connection lost, reconnecting',
      eaten: 'Your moves come too late, some are left out',
      repaired: 'Your machine had computed something else and has the state of the others again',
      benched:
        'Your machine computed something else three times in a minute, so you only watch now. You may join a team again',
    },
    moving: (name: string) => `No word from ${name} — moving the match…`,
    movingAlone: 'No word from the others — waiting for them…',
    movingLeft: (name: string) => `${name} left — moving the match…`,
    back: 'You were away for long: you are back in the room.',
  },
  goal: {
    goal: 'GOAL',
    ownGoal: 'Own goal',
    assist: (name: string) => `assist ${name}`,
    announce: (team: string, scorer: string, sun: number, wave: number) =>
      `Goal for ${team} by ${scorer}. ${sun} to ${wave}.`,
    announceOwn: (team: string, sun: number, wave: number) =>
      `Own goal. It counts for ${team}. ${sun} to ${wave}.`,
  },
  result: enResult,
  start: enStart,
  menu: enMenu,
  settings: {
    title: 'Settings',
    ...enChatSettings,
    keyboard: 'Keyboard',
    controls: 'Gamepad and touch',
    sound: 'Sound',
    ...enPrivacy,
    look: 'Look',
    language: 'Language',
    up: 'Up',
    down: 'Down',
    left: 'Left',
    right: 'Right',
    kick: 'Kick',
    mute: 'Mute sound',
    hud: 'Hide display',
    full: 'Full screen',
    addKey: (action: string) => `Add a key for ${action}`,
    removeKey: (key: string, action: string) => `Remove ${key} from ${action}`,
    pressKey: 'Press a key…',
    refusedKey: 'This key cannot be used for it.',
    resetKeys: 'Reset keys',
    gamepad: 'Use a gamepad',
    deadZone: 'Stick dead zone',
    swapHands: 'Touch: swap hands',
    master: 'Volume',
    effects: 'Effects',
    ui: 'Menus',
    muted: 'Mute everything',
    palette: 'Team colours',
    motion: 'Motion',
    motionSystem: 'Like the system',
    motionReduced: 'Reduced',
    motionFull: 'Full',
    textScale: 'Text size',
    palettes: {
      'sun-wave': 'Sun & Wave',
      'coral-cobalt': 'Coral & Cobalt',
      'lime-violet': 'Lime & Violet',
      'max-contrast': 'Max contrast',
    },
  },
  errors: {
    ...enWays,
    ...enLoadErrors,
    ...enEntranceErrors,
    'bad-code': {
      title: 'This address leads to no room',
      text: 'A room code has six of these symbols: 23456789 CFGHJMPQRVWX. Check it, or paste the whole link.',
    },
    'no-room': {
      title: 'There is no such room',
      text: 'The code may be mistyped, or everybody has left. Ask your friend for a new link, or make a room yourself.',
    },
    'room-full': {
      title: 'This room is full',
      text: 'All places are taken, those for watching too. Try again when somebody has left, or make a room yourself.',
    },
    'version-reload': {
      title: 'A newer version is out',
      text: 'Reload this page to play with your friend. Your name and settings are kept.',
    },
    'version-friend': {
      title: 'Your friend has an older version',
      text: 'Ask your friend to reload the page, then try again.',
    },
    'version-lobby': {
      title: 'The server has an older version',
      text: 'The server that hosts this game must be updated. Ask its operator; practice works meanwhile.',
    },
    'no-webrtc': {
      title: 'This browser cannot connect',
      text: 'WebRTC is turned off in this browser. Turn it on, or use another browser; practice works without it.',
    },
    'lobby-unreachable': {
      title: 'The lobby cannot be reached',
      text: 'Check your internet connection and try again. Practice works without it.',
    },
    'lobby-full': {
      title: 'The server is full',
      text: 'It holds no more people or rooms just now. Try again in a minute; practice works meanwhile.',
    },
    'lobby-restarts': {
      title: 'The server is about to restart',
      text: 'It opens no new rooms for a moment. Try again in a minute; practice works meanwhile.',
    },
    'network-full': {
      title: 'Too many from your network',
      text: 'This server limits how many people and rooms one network may have. Close a tab or a room, or try again in a minute.',
    },
    'host-gone': {
      title: 'The host is gone',
      text: 'Nobody is left to let you in. Make a new room and send the new link.',
    },
    'host-silent': {
      title: 'The host does not answer',
      text: 'Its device may be asleep or without a network. Try again when it is back.',
    },
    'room-closed': {
      title: 'This room was closed',
      text: 'The person who runs this server closed it, and the match in it ended.',
    },
    'room-ended': {
      title: 'The room has ended',
      text: 'While you were away nobody was left in it. Make a new room and send the new link.',
    },
    removed: {
      title: 'You were sent away from the room',
      text: 'The host or the others decided so. The code does not bring you back.',
    },
    'join-timeout': {
      title: 'Joining took too long',
      text: 'The connection is there, but too slow to load the match. Try again in a moment.',
    },
    'rate-limited': {
      title: 'That was a lot of tries',
      text: 'Please wait a minute, then try again.',
    },
    replaced: {
      title: 'Playing in another tab',
      text: 'This room was opened in another tab or window of yours. Go on there, or join again here.',
    },
    unknown: {
      title: 'Something went wrong',
      text: 'Please try again. If it keeps happening, reload the page.',
    },
    'no-webgl': {
      title: 'The pitch cannot be drawn',
      text: 'This browser has WebGL turned off. Turn on hardware acceleration in its settings, or use another browser.',
    },
    'no-audio': {
      title: 'No sound here',
      text: 'This browser cannot play any. The game goes on without them.',
    },
    'webgl-lost': {
      title: 'The picture is gone',
      text: 'The graphics of this device stopped. Reload this page to see the pitch again: in a room your seat is kept.',
    },
  },
  actions: { tryAgain: 'Try again', reload: 'Reload', newRoom: 'Make a new room' },
} as const;

/** The shape of a language: the keys of English with texts and functions of its own. */
export type Messages = Widened<typeof en>;

export type ErrorCode = keyof Messages['errors'];
