/** What a script finds without an import. */
declare const openRoom: import('../../../headless/own/room-interface.ts').OpenRoom;
