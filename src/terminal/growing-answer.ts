import { writtenWording } from '../language/written-wording.js';
import type { Answer } from '../types.js';
import { renderAnswer } from './render-answer.js';
import { renderSentences, type WrittenLook } from './render-written.js';

/** An answer that appears sentence by sentence where nothing that was written can be taken back. */
export interface GrowingAnswer {
  /** Writes what has come to it since the last time. */
  grow(soFar: Answer): void;
  /** Writes the rest, with a newline at the end: what does not go on from what stands there comes whole, with a word why. */
  end(answer: Answer): void;
}

export function createGrowingAnswer(write: (text: string) => void, look: WrittenLook): GrowingAnswer {
  let shown = '';
  return {
    grow(soFar) {
      const text = renderSentences(soFar, look);
      if (!text.startsWith(shown)) return;
      write(text.slice(shown.length));
      shown = text;
    },
    end(answer) {
      const text = renderAnswer(answer, look);
      if (text.startsWith(shown)) {
        write(`${text.slice(shown.length)}\n`);
        return;
      }
      const why = answer.mode === 'written' ? '' : `${look.paint.caution(writtenWording.quotesInstead)}\n`;
      write(`\n\n${why}${text}\n`);
    },
  };
}
