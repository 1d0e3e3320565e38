import { MemoryRoomStore } from './memory-room-store.ts';
import { describeRoomStore } from './room-store.contract.ts';

describeRoomStore('rooms in memory', () => new MemoryRoomStore());
