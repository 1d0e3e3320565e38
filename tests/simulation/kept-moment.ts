import { cutMoment } from '../../shared/replay/cut-moment.ts';
import { packMoment } from '../../shared/replay/pack-moment.ts';
import { ReplayTrack } from '../../shared/replay/replay-track.ts';
import type { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import type { Moment } from '../../shared/wire/moment.ts';
import { RecordedMatch } from './recorded-match.ts';

/** Behind the countdown, and the first kick. */
const INTO_THE_MATCH = 700;

/** A match of scripts, and a moment in the midst of it. */
export function recordMoment(
  players = 4,
  seed = 5,
  stadiums?: StadiumCollection,
  stadium?: string,
): { readonly moment: Moment; readonly text: string } {
  const match = new RecordedMatch(players, seed);
  if (stadium !== undefined) {
    match.stadiums.add(stadiums!.text(stadium)!);
    match.request({ type: 'stadium', stadium });
  }
  match.request({ type: 'start' });
  match.run(INTO_THE_MATCH + 700);
  const track = ReplayTrack.open(match.recorder.take('match', 0)!, match.stadiums.arena)!;
  track.readOn(track.length);
  const moment = cutMoment(track, match.stadiums.arena, INTO_THE_MATCH)!;
  return { moment, text: packMoment(moment, (id) => match.stadiums.text(id))! };
}
