import { useState } from 'preact/hooks';
import { SettingToggle } from '../controls/setting-fields.tsx';
import type { PublicRoomsView } from '../model/public-rooms-model.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import type { RoomFilters } from './filter-rooms.ts';

const SIZES = [1, 2, 3, 4] as const;
const PINGS = [60, 80, 120] as const;
const ANY = '';
/** From here on filters take no room from the list. */
const WIDE_PX = 900;

export type FilterBarProps = {
  readonly view: PublicRoomsView;
  readonly filters: RoomFilters;
  readonly onFilters: (filters: RoomFilters) => void;
};

/** What is looked for, and whether ways are measured. */
export function FilterBar({ view, filters, onFilters }: FilterBarProps) {
  const texts = useRoomsTexts();
  const [isWide] = useState(() => window.innerWidth >= WIDE_PX);
  const set = (change: Partial<RoomFilters>): void => onFilters({ ...filters, ...change });
  return (
    <div class="filter-bar">
      <input
        type="text"
        class="filter-search"
        aria-label={texts.search}
        placeholder={texts.search}
        autoComplete="off"
        value={filters.text}
        data-testid="list-search"
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <details class="filter-more" open={isWide}>
        <summary>{texts.filters}</summary>
        <div>
          <select
            class="select"
            aria-label={texts.size}
            value={String(filters.teamPlayers ?? ANY)}
            onChange={(event) => set({ teamPlayers: numberOf(event.currentTarget.value) })}
          >
            <option value={ANY}>{texts.anySize}</option>
            {SIZES.map((size) => (
              <option key={size} value={String(size)}>
                {size}v{size}
              </option>
            ))}
          </select>
          <select
            class="select"
            aria-label={texts.ping}
            value={String(filters.pingBelow ?? ANY)}
            onChange={(event) => set({ pingBelow: numberOf(event.currentTarget.value) })}
          >
            <option value={ANY}>{texts.anyPing}</option>
            {PINGS.map((ms) => (
              <option key={ms} value={String(ms)}>
                {texts.pingBelow(ms)}
              </option>
            ))}
          </select>
          <SettingToggle
            label={texts.hideFull}
            value={filters.hidesFull}
            onChange={(hidesFull) => set({ hidesFull })}
          />
          <SettingToggle
            label={texts.hideLocked}
            value={filters.hidesClosed}
            onChange={(hidesClosed) => set({ hidesClosed })}
          />
          <SettingToggle
            label={texts.measure}
            value={view.measures.value}
            onChange={view.setMeasures}
          />
          <p class="hint filter-hint">{texts.measureHint}</p>
        </div>
      </details>
    </div>
  );
}

function numberOf(value: string): number | null {
  return value === ANY ? null : Number(value);
}
