import '../styles/replays.css';
import type { ReplaysView } from '../model/replays-model.ts';
import { useUi } from '../model/ui-context.ts';
import { ReplayList } from './replay-list.tsx';
import { WatchScreen } from './watch-screen.tsx';

/** The list of replays, or the one that is watched. */
export function ReplaysScreen({ view }: { readonly view: ReplaysView }) {
  const { model } = useUi();
  const watched = view.watched.value;
  const isWatching = model.screen.value.screen === 'replay' && watched !== null;
  return isWatching ? <WatchScreen view={watched} /> : <ReplayList view={view} />;
}
