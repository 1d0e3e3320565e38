import '../styles/public-rooms.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { Button } from '../controls/button.tsx';
import { useNameFirst } from '../controls/nick-field.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { stepFocus } from '../controls/step-focus.ts';
import type { PublicRoom, PublicRoomsView } from '../model/public-rooms-model.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { PageNotices } from '../notices/page-notices.tsx';
import { AddressLine } from './address-line.tsx';
import { ChosenRoom } from './chosen-room.tsx';
import {
  ALL_ROOMS,
  countPeople,
  filterRooms,
  type RoomFilters,
  whatIsShut,
} from './filter-rooms.ts';
import { FilterBar } from './filter-bar.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { RoomLine } from './room-line.tsx';
import { useRoomsInView } from './use-rooms-in-view.ts';

/** Lines that are drawn at once; a button brings as many more. */
const LINES = 40;

type Way = 'play' | 'watch';

/** The list of public rooms: look, choose, join or watch. */
export function PublicRoomsScreen({ view }: { readonly view: PublicRoomsView }) {
  const { actions, settings } = useUi();
  const texts = useRoomsTexts();
  const withName = useNameFirst();
  const title = useRef<HTMLHeadingElement>(null);
  const [filters, setFilters] = useState<RoomFilters>(ALL_ROOMS);
  const [lines, setLines] = useState(LINES);
  const [chosenCode, choose] = useState<RoomCode | null>(null);
  const [asked, ask] = useState<{ readonly room: PublicRoom; readonly how: Way } | null>(null);
  const ways = view.ways.value;
  const rooms = view.rooms.value;
  const people = countPeople(rooms);
  const shown = filterRooms(rooms, ways, filters);
  const chosen = shown.find(({ listing }) => listing.code === chosenCode) ?? null;
  const inView = useRoomsInView(view.look);
  useLayoutEffect(() => title.current?.focus(), []);

  function enter(room: PublicRoom, how: Way): void {
    const { listing } = room;
    const mayTry = how === 'watch' ? listing.spectators : true;
    if (whatIsShut(listing) !== null || !mayTry) return actions.playUiSound('error');
    // The line of the address was on the screen.
    const { told } = settings.value;
    if (!told.includes('address')) settings.update({ told: [...told, 'address'] });
    if (listing.password) ask({ room, how });
    else withName(() => view.enter(listing.code, how, null));
  }

  return (
    <main class="screen public-rooms" data-testid="public-rooms">
      <section class="card public-rooms-card">
        <header class="screen-head">
          <h1 class="card-title" tabIndex={-1} ref={title}>
            {texts.title}
          </h1>
          <div class="row">
            <Button kind="primary" icon="users" onClick={() => withName(actions.createRoom)}>
              {texts.make}
            </Button>
            <Button onClick={actions.leave} testId="leave-list">
              {texts.back}
            </Button>
            <SettingsButton />
          </div>
        </header>
        <PageNotices />
        <FilterBar view={view} filters={filters} onFilters={setFilters} />
        <AddressLine />
        <div class="room-list-said">
          <Said view={view} shown={shown.length} onClear={() => setFilters(ALL_ROOMS)} />
          {view.state.value === 'whole' && people > 0 && (
            <p class="hint" data-testid="list-people">
              {texts.people(people, rooms.length)}
            </p>
          )}
        </div>
        {shown.length > 0 && (
          <ul class="room-lines" aria-label={texts.list} onKeyDown={moveFocus}>
            {shown.slice(0, lines).map((room) => (
              <RoomLine
                key={room.listing.code}
                room={room}
                way={ways.get(room.listing.code)}
                nowMs={view.nowMs.value}
                isChosen={room === chosen}
                onChoose={() => choose(room.listing.code)}
                onEnter={() => enter(room, 'play')}
                lineRef={inView}
              />
            ))}
          </ul>
        )}
        {shown.length > lines && (
          <Button kind="quiet" onClick={() => setLines(lines + LINES)}>
            {texts.more}
          </Button>
        )}
        {chosen !== null && (
          <ChosenRoom
            room={chosen}
            onJoin={() => enter(chosen, 'play')}
            onWatch={() => enter(chosen, 'watch')}
          />
        )}
        {shown.length > 0 && <p class="hint wide-only">{texts.keys}</p>}
      </section>
      {asked !== null && (
        <PasswordDialog
          listing={asked.room.listing}
          onClose={() => ask(null)}
          onPassword={(password) =>
            withName(() => view.enter(asked.room.listing.code, asked.how, password))
          }
        />
      )}
    </main>
  );

  /** Up and down go from room to room, W watches. */
  function moveFocus(event: KeyboardEvent): void {
    const list = event.currentTarget as HTMLElement;
    const buttons = [...list.querySelectorAll<HTMLButtonElement>('.room-line')];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (stepFocus(event, buttons, now)) return;
    if (event.key.toLowerCase() === 'w' && chosen !== null) {
      event.preventDefault();
      enter(chosen, 'watch');
    }
  }
}

/** How many rooms there are, or what to do where there is none. */
function Said({
  view,
  shown,
  onClear,
}: {
  readonly view: PublicRoomsView;
  readonly shown: number;
  readonly onClear: () => void;
}) {
  const texts = useRoomsTexts();
  const { errors } = useMessages();
  const state = view.state.value;
  const all = view.rooms.value.length;
  const isProblem = state !== 'loading' && state !== 'partial' && state !== 'whole';
  return (
    <div class="room-list-said" role="status" data-testid="list-said">
      {isProblem && (
        <>
          <p>{errors[state].text}</p>
          <Button onClick={view.refresh}>{texts.refresh}</Button>
        </>
      )}
      {state === 'loading' && all === 0 && <p class="hint">{texts.loading}</p>}
      {state === 'partial' && <p class="hint">{texts.more}</p>}
      {state === 'whole' && all === 0 && (
        <p data-testid="list-empty">
          <strong>{texts.empty}</strong> {texts.emptyHint}
        </p>
      )}
      {all > 0 && shown === 0 && (
        <>
          <p>{texts.noMatch}</p>
          <Button onClick={onClear}>{texts.clear}</Button>
        </>
      )}
      {shown > 0 && <p class="hint">{texts.count(shown, all)}</p>}
    </div>
  );
}
