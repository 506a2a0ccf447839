import type { EmbedWords } from './words-in-context.js';

/** Some passages' worth; a state is 1.5 kB, a sentence of 25 words with what stands between them 75. */
const kept = 1000;

/** Remembers the last texts' states: pairs about one passage mostly follow each other. */
export function rememberWords(embedWords: EmbedWords): EmbedWords {
  const known = new Map<string, Float32Array>();
  return async (texts) => {
    const keys = texts.map((words) => words.join('\n'));
    const missing = new Map(keys.flatMap((key, i) => (known.has(key) ? [] : [[key, texts[i] ?? []] as const])));
    const fresh = await embedWords([...missing.values()]);
    for (const [i, key] of [...missing.keys()].entries()) known.set(key, fresh[i] ?? new Float32Array());
    const found = keys.map((key) => known.get(key) ?? new Float32Array());
    for (const key of known.keys()) {
      if (known.size <= kept) break;
      known.delete(key);
    }
    return found;
  };
}
