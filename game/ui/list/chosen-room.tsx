import { Button } from '../controls/button.tsx';
import { Sentence } from '../controls/literal.tsx';
import type { PublicRoom } from '../model/public-rooms-model.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import { useMessages } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { whatIsShut } from './filter-rooms.ts';
import { RoomName } from './room-line.tsx';

export type ChosenRoomProps = {
  readonly room: PublicRoom;
  readonly onJoin: () => void;
  readonly onWatch: () => void;
};

/** More about the chosen room, and the two ways in. */
export function ChosenRoom({ room: { listing }, onJoin, onWatch }: ChosenRoomProps) {
  const texts = useRoomsTexts();
  const { room } = useMessages();
  const nameOf = useShownName();
  const { card, host } = listing;
  const shut = whatIsShut(listing);
  return (
    <section class="chosen-room" data-testid="chosen-room">
      <p class="chosen-words">
        <RoomName listing={listing} />
        <Sentence say={texts.host} literal={nameOf(host)} />
        {card.map !== null && <Sentence say={texts.map} literal={card.map} />}
        <span>{room.goals(card.goalLimit)}</span>
        <span>{room.minutes(card.minutes)}</span>
        {listing.knock && <span>{texts.knocks}</span>}
        {!listing.spectators && <span>{texts.noWatching}</span>}
        {listing.relayOnly && <span>{texts.relayOnly}</span>}
        {shut !== null && <span>{texts[shut]}</span>}
      </p>
      <div class="row">
        <Button
          icon="eye"
          onClick={onWatch}
          disabled={shut !== null || !listing.spectators}
          testId="list-watch"
        >
          {texts.watch}
        </Button>
        <Button kind="primary" onClick={onJoin} disabled={shut !== null} testId="list-join">
          {texts.join}
        </Button>
      </div>
    </section>
  );
}
