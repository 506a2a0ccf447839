import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ParleyError } from '../errors.js';
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

const lines = 'JSON lines of {"id","passage","claim","supported"}';
/** What such a file is called in the sets that there are. */
const usualName = 'pairs.jsonl';

/** What kind of thing a path leads to; `null` for nothing. */
async function kindOf(place: string): Promise<'folder' | 'other' | null> {
  return stat(place).then(
    (found) => (found.isDirectory() ? 'folder' : 'other'),
    () => null,
  );
}

async function refuseFolder(place: string): Promise<void> {
  if ((await kindOf(place)) !== 'folder') return;
  const inside = path.join(place, usualName);
  const remedy = (await kindOf(inside)) === 'other' ? `Name the file in it: ${inside}` : `Name a file with ${lines}.`;
  throw new ParleyError(`${place} is a folder.`, remedy);
}

/** Reads `{"id","passage","claim","supported"}` a line; other keys are passed over. @throws ParleyError naming file and line */
export async function readSupportPairs(file: string): Promise<readonly SupportPair[]> {
  await refuseFolder(file);
  return readJsonLines(file, pairSchema, `Name a file with ${lines}.`);
}
