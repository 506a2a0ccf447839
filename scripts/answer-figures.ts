/**
 * Puts what `parley eval answers --json` measured into docs/written-answers.md, the quotes beside every model:
 *
 *   npx parley eval answers --json > quotes.json
 *   CHAT_MODEL=ollama:llama3.2 npx parley eval answers --json > llama.json
 *   npm run answer-figures -- quotes.json llama.json
 *
 * All reports are to be over the same questions. Build first.
 */
import { readFile } from 'node:fs/promises';
import type { AnswersReport } from '#src/evaluating/answers-report.js';
import { answersTable } from '#src/evaluating/answers-table.js';
import { replaceSection } from './written-answers/replace-section.js';

const files = process.argv.slice(2);
const reports = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as AnswersReport));
const [first, ...more] = reports;
if (first === undefined) {
  process.stderr.write(
    'Name reports: npm run answer-figures -- REPORT.json…, each what parley eval answers --json printed.\n',
  );
  process.exit(2);
}
if (more.some(({ questions, answerable }) => questions !== first.questions || answerable !== first.answerable)) {
  process.stderr.write('The reports are over different questions. Name reports of the same file.\n');
  process.exit(1);
}
const about = `${first.questions} questions, ${first.answerable} of which the documents answer.`;
await replaceSection('docs/written-answers.md', 'answers', `${about}\n\n${answersTable([first, ...more])}`);
