import type { Erratum } from '../../state/seams/feedback.js';
import type { Words } from '../wording/words.js';
import type { MessageLayout } from './outgoing-message.js';

/** How a result is shown, whatever its kind. */
export interface ShowOptions {
  /** Id of the record that the buttons act on. */
  readonly record: string;
  /** True when only the asker sees it: it then has a button to share it. */
  readonly isPrivate: boolean;
  /** What was asked, for others to read; `null` where the asker's own message shows it. */
  readonly echo: string | null;
  /** What a follow-up was taken to ask; `null` when that is what was typed. */
  readonly understoodAs: string | null;
  /** What moderators of the server noted on passages that are cited; none when absent. */
  readonly errata?: readonly Erratum[];
  readonly layout: MessageLayout;
  /** Of whoever reads it. */
  readonly words: Words;
}
