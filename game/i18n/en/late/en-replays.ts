import type { Widened } from '../../widened.ts';
import { pluralsOf } from '../../plural.ts';

const plural = pluralsOf('en');

/** Replays: the list of them, and watching one. Loaded with the part that shows them. */
export const enReplays = {
  title: 'Replays',
  back: 'Back',
  open: 'Open a file…',
  dropHint: 'or drop one here',
  loading: 'Looking for matches…',
  empty: 'No matches yet.',
  hint: 'Every match keeps itself here: the last twenty, and for good those with a star.',
  list: 'Matches',
  versus: (sun: string, wave: string) => `${sun} against ${wave}`,
  nobody: 'nobody',
  watch: 'Watch',
  star: 'Keep for good',
  save: 'Save as a file',
  remove: 'Delete',
  removed: (match: string) => `Deleted: ${match}.`,
  undo: 'Undo',
  unsaved: 'Not saved: it is here until you close this page.',
  blocked:
    'This browser does not let the page keep anything. Save what you want to have later as a file.',
  full: 'This browser has no room left for replays. Delete some, or save them as files.',
  broken: (count: number) =>
    plural(count, {
      one: 'One replay here cannot be read any more.',
      other: `${count} replays here cannot be read any more.`,
    }),
  removeBroken: 'Clear away',
  refused: (name: string) => `“${name}” cannot be shown.`,
  refusedKept: 'This replay cannot be shown.',
  why: {
    'no-replay': 'It is no replay of this game.',
    'other-format': 'It was made by a newer version of the game than this one.',
    'other-version':
      'It was made by another version of the game, in which the same keys lead to another match. It can be saved and shown by that version.',
    'too-large': 'It is larger than 32 MB, and no replay is.',
    broken: 'It is damaged: a part is missing, or does not fit the rest.',
    'bad-map': 'A map in it is damaged, or is not the one that was played on.',
    unreadable: 'The browser could not read it.',
    gone: 'It is not here any more.',
    'no-moment': 'The link holds no moment of a match: a part of it may have been lost on its way.',
    'other-moment':
      'The link was made by another version of the game, in which the same keys lead to another match.',
    'no-map':
      'It was played on a map that this browser does not have. Load the map in a room or in practice, and open the link again.',
  },
  record: {
    title: 'Your record',
    empty: 'No match came to its end yet.',
    people: 'People',
    bots: 'Bots',
    against: 'Against',
    matches: 'Matches',
    wins: 'Won',
    goals: 'Goals',
    assists: 'Assists',
    saves: 'Saves',
    bestStreak: 'Best streak',
    time: 'Time',
    favourite: 'Most played on',
    save: 'Save as a file',
    clear: 'Delete',
    cleared: 'Your record was deleted.',
    summary: (matches: number, wins: number) => `${matches} played, ${wins} won`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  },
  oldVersion: 'Of another version: cannot be shown',
  damaged: 'Damaged: cannot be shown',
  clip: {
    make: 'Save these eight seconds as a video',
    makeChosen: 'Save the chosen part as a video',
    from: 'The part begins here',
    to: 'The part ends here',
    forget: 'Choose no part',
    chosen: (from: string, to: string, seconds: number) =>
      `Chosen for link and video: ${from} to ${to}, ${seconds} s.`,
    linkIsShorter: 'The link takes the first eight seconds.',
    end: 'Stop, and save the video so far',
    states: {
      recording: 'Recording, as it is played…',
      saving: 'Saving the video…',
      saved: 'Video saved ✓',
      cannot:
        'This browser cannot make a video. Copy a link to the moment, or save the replay as a file.',
      failed: 'No video came of it. Try again.',
    },
  },
  loadingRest: (percent: number) => `Reading: ${percent} %`,
  moment: 'Moment of the match',
  momentAt: (minutes: number, seconds: number, sun: number, wave: number) =>
    `${minutes} min ${seconds} s, ${sun} to ${wave}`,
  goalOf: (name: string, score: string) =>
    name === '' ? `Goal, ${score}` : `Goal by ${name}, ${score}`,
  ownGoalOf: (name: string, score: string) => `Own goal by ${name}, ${score}`,
  saveOf: (name: string) => `Save by ${name}`,
  play: 'Play',
  pause: 'Pause',
  stepBack: 'A picture back',
  stepOn: 'A picture on',
  goalBefore: 'Goal before',
  goalAfter: 'Next goal',
  speed: 'Speed',
  follow: 'Follow',
  ball: 'the ball',
  nothing: 'nothing: free camera',
  freeKeys: (keys: string) => `Free camera: ${keys} or drag moves · Page ↑ ↓, wheel or pinch zooms`,
  camera: 'Camera',
  cameraTo: { left: 'Camera left', up: 'Camera up', down: 'Camera down', right: 'Camera right' },
  nearer: 'Nearer',
  farther: 'Farther',
  hide: 'Hide the buttons',
  show: 'Show the buttons',
  playOn: (name: string) => `Play on as ${name}`,
  orPress: (keys: string) => `or press ${keys}`,
  choosePlayer: 'Play on from here: pause and choose a player, in the list or on the pitch.',
  ways: {
    guest: 'In a room its host plays on from here, together with everybody.',
    never: 'Not in this room: its matches follow one another by themselves.',
    nothing: 'No match is played here: go to another place in it.',
  },
  pauseForRoom: 'Play on with the room: pause, and choose your player if you like.',
  playOnWithRoom: 'Play on with the room',
  playOnWithRoomAs: (name: string) => `Play on with the room as ${name}`,
  roomPlaysOn: 'Everybody in a team gets a disc; the others do what they did.',
  differs: (time: string) =>
    `From ${time} on this is not what was played: the file was changed, or another machine computed it differently.`,
  keys: 'Space plays · ← → 5 s · , . one picture · Shift ← → goals · − + speed · I O choose a part · H hides',
  /** What can be done with the match whose result is shown. */
  result: {
    watchReplay: 'Watch replay',
    saveReplay: 'Save replay',
    replaySaved: 'Replay saved ✓',
    copyResult: 'Copy result',
    resultCopied: 'Result copied.',
    resultBlocked: 'This browser does not let the page copy. The result:',
    savePicture: 'Save picture',
    pictureSaved: 'Picture saved ✓',
    /** [R49] */
    claimed: (team: string) => `${team} claimed the win: the other side had left.`,
    pictureMissing: 'No picture: try again',
  },
} as const;

export type ReplaysTexts = Widened<typeof enReplays>;
