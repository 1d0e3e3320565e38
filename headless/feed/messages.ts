import type { Asked, Told } from './room-feed.ts';

/** `room` counts the calls of `HBInit` of this script. */
export type ToScript =
  | { readonly type: 'told'; readonly room: number; readonly told: Told }
  /** Answered by `here`: a script that is busy does so later. */
  | { readonly type: 'there'; readonly count: number };

export type FromScript =
  | { readonly type: 'asked'; readonly room: number; readonly asked: Asked }
  | { readonly type: 'log'; readonly level: LogLevel; readonly text: string }
  | { readonly type: 'here'; readonly count: number }
  /** It wants to be loaded anew, or (`code`) to end. */
  | { readonly type: 'reload' }
  | { readonly type: 'exit'; readonly code: number };

export type LogLevel = 'info' | 'warn' | 'error';
