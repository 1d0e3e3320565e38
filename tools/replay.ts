import { playRecording, UNREADABLE } from './replay/play-recording.ts';

/** Plays recorded matches again and says where the first difference is: `npm run replay <file…>`. */
const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('usage: npm run replay <file.pbreplay | golden.json …>');
  process.exitCode = UNREADABLE;
} else {
  process.exitCode = Math.max(...paths.map((path) => playRecording(path, console.log)));
}
