import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the built files lie one below it, in dist/. */
const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What ships with Parley and is not code. */
export const modelsFolder = path.join(projectFolder, 'models');
export const wordVectorsFile = path.join(modelsFolder, 'word-vectors.bin');
/** Questions with known answers about the article that comes with Parley; nothing in the program was set on them. */
export const heldOutQuestionsFile = path.join(projectFolder, 'golden', 'held-out.jsonl');
export const packageFile = path.join(projectFolder, 'package.json');
