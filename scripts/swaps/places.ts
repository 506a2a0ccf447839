import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CollectionName, collectionOfGuild, sharedCollection } from '#src/collections.js';

const golden = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../golden');
const practice = path.join(golden, 'practice');

/** A collection with the texts that versions of its documents are made of. */
export interface MarkedCollection {
  readonly name: CollectionName;
  /** `null` for the shared one. */
  readonly guild: string | null;
  /** Stands in every sentence and title of this collection, and of no other. */
  readonly canary: string;
  /** The first is always there; the second comes and goes. */
  readonly texts: readonly [string, string];
}

const practiceText = (name: string): Promise<string> => readFile(path.join(practice, `${name}.txt`), 'utf8');

const sharedTexts = ['camp-david-september-1978', 'good-friday-april-1998'] as const;
const servers = [
  { guild: '1017654321098765432', canary: 'Zorvath', texts: ['aktarym-water-deal', 'halwan-humanitarian-corridor'] },
  { guild: '1017654321098765433', canary: 'Quillem', texts: ['dravia-kostren-crossings', 'harrowmere-strike'] },
  {
    guild: '1017654321098765434',
    canary: 'Brosket',
    texts: ['colombia-farc-peace', 'seabridge-climate-finance-november-2022'],
  },
] as const;

async function textsOf([first, second]: readonly [string, string]): Promise<readonly [string, string]> {
  return [await practiceText(first), await practiceText(second)];
}

/** The shared collection and those of three servers. */
export async function markedCollections(): Promise<readonly MarkedCollection[]> {
  const shared = { name: sharedCollection, guild: null, canary: 'Ummelot', texts: await textsOf(sharedTexts) } as const;
  const own = servers.map(async ({ guild, canary, texts }) => ({
    name: collectionOfGuild(guild),
    guild,
    canary,
    texts: await textsOf(texts),
  }));
  return [shared, ...(await Promise.all(own))];
}

/** Questions about all those texts, each with who wrote them known to nobody: everybody is asked everything. */
export async function practiceQuestions(): Promise<readonly string[]> {
  const names = [...sharedTexts, ...servers.flatMap(({ texts }) => texts)];
  const files = await Promise.all(names.map((name) => readFile(path.join(practice, `${name}.jsonl`), 'utf8')));
  return files.flatMap((file) =>
    file
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { question: string }).question),
  );
}

/** Questions that name a server's own word: whoever may not see it must not be shown what it stands in. */
export function probingQuestions(collections: readonly MarkedCollection[]): readonly string[] {
  return collections.flatMap(({ canary }) => [`What does ${canary} say?`, `Who agreed on ${canary}, and where?`]);
}
