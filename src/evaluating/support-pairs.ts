import { z } from 'zod';
import { readJsonLines } from './judged-set.js';

/** A statement, the passage it is held against, and whether people found that the passage says it. */
export interface SupportPair {
  readonly id: string;
  readonly passage: string;
  readonly claim: string;
  readonly supported: boolean;
}

const pairSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  passage: z.string(),
  claim: z.string(),
  supported: z.boolean(),
});

/** Reads `{"id","passage","claim","supported"}` a line; other keys are passed over. @throws ParleyError naming file and line */
export function readSupportPairs(file: string): Promise<readonly SupportPair[]> {
  return readJsonLines(file, pairSchema);
}
