// The modules that wasm-bindgen writes, as the hand-written JavaScript sees them. No code.

declare module '*/wasm/content.js' {
  import type { PagePort, Session as Shape } from './types.js';
  export default function init(options: { module_or_path: unknown }): Promise<unknown>;
  export const Session: new (port: PagePort, root: Node, width: number) => Shape;
  export type Session = Shape;
}
declare module '*/wasm/background.js' {
  export default function init(options: { module_or_path: unknown }): Promise<unknown>;
  /** The badge for a message; `undefined` where the message is not one of ours. */
  export function badge(message: unknown): { text: string; color: string; title: string } | undefined;
  /** The address to open; `undefined` where the message asks for none, or for one that may not be opened. */
  export function opening(message: unknown): string | undefined;
}
declare module '*/wasm/pages.js' {
  export default function init(options: { module_or_path: unknown }): Promise<unknown>;
  export function popup(root: Node, answer: unknown, onAction: (action: string, url: string) => void): void;
}
