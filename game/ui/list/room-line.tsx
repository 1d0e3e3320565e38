import type { Ref } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { Literal } from '../controls/literal.tsx';
import { PingBars } from '../controls/ping-bars.tsx';
import type { PublicRoom, WayView } from '../model/public-rooms-model.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { clockOf, whatIsShut } from './filter-rooms.ts';
import { ListIcon } from './list-icon.tsx';

export type RoomLineProps = {
  readonly room: PublicRoom;
  /** Undefined: not looked at yet. */
  readonly way: WayView | undefined;
  readonly nowMs: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** By Enter, the button of a pad, or two clicks. */
  readonly onEnter: () => void;
  readonly lineRef: Ref<HTMLLIElement>;
};

/** One room of the list: a button that chooses it, and joins when a key presses it. */
export function RoomLine(props: RoomLineProps) {
  const { room, way, nowMs, isChosen, onChoose, onEnter, lineRef } = props;
  const texts = useRoomsTexts();
  const { listing } = room;
  const { card } = listing;
  const shut = whatIsShut(listing);
  return (
    <li ref={lineRef} data-code={listing.code}>
      <button
        type="button"
        class="room-line"
        aria-pressed={isChosen}
        data-testid="room-line"
        onFocus={onChoose}
        onClick={(event) => (event.detail === 0 ? onEnter() : onChoose())}
        onDblClick={onEnter}
      >
        <span class="room-line-name">
          <RoomName listing={listing} />
          <span class="room-line-marks">
            {listing.locked && <ListIcon name="lock" label={texts.locked} />}
            {listing.password && <ListIcon name="lock" label={texts.withPassword} />}
            {listing.knock && <ListIcon name="knock" label={texts.knocks} />}
          </span>
        </span>
        <span class="room-line-mode" translate={false}>
          {card.teamPlayers}v{card.teamPlayers}
        </span>
        <span class="room-line-players">
          <span aria-hidden="true" translate={false}>
            {card.players}/{card.teamPlayers * 2}
          </span>
          <span class="off-screen">{texts.players(card.players, card.teamPlayers * 2)}</span>
          {card.bots > 0 && (
            <span class="room-line-count" title={texts.bots(card.bots)}>
              <Icon name="bot" />
              {card.bots}
            </span>
          )}
          {card.spectators > 0 && (
            <span class="room-line-count">
              <Icon name="eye" />
              <span aria-hidden="true">{card.spectators}</span>
              <span class="off-screen">{texts.watching(card.spectators)}</span>
            </span>
          )}
        </span>
        <span class="room-line-now">
          <Now room={room} nowMs={nowMs} />
          {shut !== null && <small>{texts[shut]}</small>}
        </span>
        <span class="room-line-ping" data-testid="room-ping">
          <Way way={way} />
        </span>
        <span class="room-line-hand">
          <ListIcon name={card.hand} label={texts.hands[card.hand]} />
        </span>
      </button>
    </li>
  );
}

/** What a room is called: by its host, where it has no name. */
export function RoomName({ listing }: Pick<PublicRoom, 'listing'>) {
  const texts = useRoomsTexts();
  const { settings } = useUi();
  const nameOf = useShownName();
  const { title, host } = listing;
  // A title is by its host, and may hold a name.
  const named = settings.value.streamer ? null : title;
  return (
    <strong class="room-line-title">
      <Literal>{named ?? texts.roomOf(nameOf(host))}</Literal>
    </strong>
  );
}

function Now({ room, nowMs }: Pick<RoomLineProps, 'room' | 'nowMs'>) {
  const texts = useRoomsTexts();
  const { match } = room.listing.card;
  const clockS = clockOf(room, nowMs);
  if (match === null || clockS === null) return <span>{texts.waiting}</span>;
  const clock = `${Math.floor(clockS / 60)}:${String(clockS % 60).padStart(2, '0')}`;
  return <span translate={false}>{texts.playing(`${match.sun}–${match.wave}`, clock)}</span>;
}

function Way({ way }: Pick<RoomLineProps, 'way'>) {
  const texts = useRoomsTexts();
  if (way === undefined) return <span class="hint">–</span>;
  if (way.state === 'measured') return <PingBars ping={{ ...way, path: null }} />;
  return <span class="hint">{way.state === 'failed' ? texts.unmeasured : texts.measuring}</span>;
}
