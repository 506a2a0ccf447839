import { readFile, writeFile } from 'node:fs/promises';

/** Puts `text` between the two comments of a Markdown file that name the section. @throws when they are not there */
export async function replaceSection(file: string, section: string, text: string): Promise<void> {
  const [open, close] = [`<!-- written by script: ${section} -->`, `<!-- end: ${section} -->`];
  const before = await readFile(file, 'utf8');
  const [start, end] = [before.indexOf(open), before.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${file} has no section between "${open}" and "${close}".`);
  await writeFile(file, `${before.slice(0, start + open.length)}\n${text.trim()}\n${before.slice(end)}`);
}
