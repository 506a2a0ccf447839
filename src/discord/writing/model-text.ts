import { unmarked } from '../../language/unmarked.js';
import { visibleText } from './visible-text.js';

/** What a chat model wrote as a reader sees it: in one line, with no mark in it that was never given. Nothing is escaped yet. */
export function modelText(text: string): string {
  return unmarked(visibleText(text));
}
