import type { Acknowledged, ActKind } from './child-words.js';
import type { OpenInstallation } from './installation.js';

/** What an act has done; `null` when there was nothing for it to do. */
export interface Done {
  readonly entries?: readonly Acknowledged[];
  readonly records?: readonly string[];
}

export interface ModeratingParts extends OpenInstallation {
  readonly folder: string;
  readonly random: () => number;
  /** Says that from now on a kill falls into this act. */
  readonly begins: (act: ActKind) => void;
}

/** @param round Different for every act that there ever was in this installation. */
export type Act = (parts: ModeratingParts, round: number) => Promise<Done | null>;

export const moderator = '200000000000000001';

/** A text that there never was before. */
export function textOf(name: string, round: number): string {
  const lines = Array.from({ length: 6 }, (_, line) => `The ${name} had ${round} ships on its day ${line + 1}.`);
  return `${lines.join(' ')}\n`;
}
