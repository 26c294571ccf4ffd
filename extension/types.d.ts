// Shapes that the hand-written JavaScript shares. No code.

import type { SnapshotData } from './content/port/snapshot.js';

/** What Rust holds of the page; see ARCHITECTURE.md, "Page port". */
export interface PagePort {
  snapshot(): Promise<SnapshotData>;
  highlight(ranges: Uint32Array, active: number): void;
  scrollTo(start: number, end: number): Promise<boolean>;
  open(url: string): void;
  copy(text: string): Promise<boolean>;
  state(json: string): void;
  resize(width: number, height: number): void;
  close(): void;
  setting(key: string): Promise<Setting>;
  remember(key: string, value: Setting): void;
}

/** What is kept in `storage.local`; `null` where nothing is. */
export type Setting = string | boolean | null;

/** The host's side of the port. */
export interface Surroundings {
  /** Our own element in the page. */
  readonly element: Element;
  tell(message: ToBackground): void | Promise<void>;
  state(state: PageState): void;
  resize(width: number, height: number): void;
  close(): void;
  setting(key: string): Promise<Setting>;
  remember(key: string, value: Setting): void | Promise<void>;
}

/** What is known of the page. `report` is the engine's Report as JSON. */
export type PageState =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'ordinary' }
  | { state: 'failed'; reason: string }
  | { state: 'report'; report: { position: string; clauses: unknown[]; summary: { headline: string } } };

/** From the content script to the background. */
export type ToBackground =
  | { kind: 'badge'; state: PageState['state']; position?: string; clauses?: number }
  | { kind: 'open'; url: string };

/** From the popup to the content script. */
export type FromPopup = { kind: 'state' } | { kind: 'analyse' } | { kind: 'show' } | { kind: 'look' };

/** The content script's answer to the popup. */
export interface ToPopup {
  url: string;
  host: string;
  path: string;
  title: string;
  page: PageState;
}

/** What the gate holds of the host. */
export interface Host {
  readonly page: PageState;
  read(forced: boolean): Promise<void>;
  show(): void;
  stop(): void;
}

/** One WASM instance with the view it draws; `crates/content`. */
export interface Session {
  load(snapshot: SnapshotData, forced: boolean): void;
  step(): boolean;
  show(collapsed: boolean): boolean;
  resized(width: number): void;
  focus(): void;
  free(): void;
}
