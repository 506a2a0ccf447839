import type { CommandWords } from './command-words.js';
import type { FactWords } from './fact-words.js';
import type { Formats } from './formats.js';
import type { Language } from './language.js';
import type { NoticeWords } from './notice-words.js';
import type { PageWords } from './page-words.js';
import type { PrivacyWords } from './privacy-words.js';
import type { ResultWords } from './result-words.js';

/**
 * All that Parley says to members in one language. Whoever writes takes it as an argument; a language that lacks a text does
 * not compile. What moderators read is English (see docs/decisions/2026-11-29-language-of-the-interface.md).
 */
export interface Words extends Formats {
  readonly language: Language;
  readonly results: ResultWords;
  readonly facts: FactWords;
  readonly notices: NoticeWords;
  readonly pages: PageWords;
  readonly privacy: PrivacyWords;
  readonly commands: CommandWords;
}
