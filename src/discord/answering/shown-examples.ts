import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { findExamples } from './example-questions.js';

/** The example questions that are shown to people who see Parley for the first time. */
export interface ShownExamples {
  current(): readonly string[];
  /** Looks for new ones, after other documents became live. Never rejects. */
  refresh(): Promise<void>;
}

export function createShownExamples({ desk, log }: Pick<BotParts, 'desk' | 'log'>): ShownExamples {
  let examples: readonly string[] = [];
  return {
    current: () => examples,
    async refresh() {
      try {
        examples = await findExamples(desk);
      } catch (error) {
        // They only stand in the help; if answering fails, questions will tell.
        log.warn(describeError(error), 'no example questions were found');
      }
    },
  };
}
