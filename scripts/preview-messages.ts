/**
 * Draws some forty messages as Discord would show them, dark and light, on a desktop and on a phone:
 *
 *   npx tsx scripts/preview-messages.ts
 *
 * writes data/preview/messages.html and, where a Chromium is found (CHROMIUM or the PATH), the pictures in docs/pictures/.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openArticleQuotes } from './preview-messages/article-quotes.js';
import { type PageLook, renderPage } from './preview-messages/render-page.js';
import { sampleMessages } from './preview-messages/sample-messages.js';
import { findChromium, takePicture } from './preview-messages/take-picture.js';

const pageFolder = path.join('data', 'preview');
const pictureFolder = path.join('docs', 'pictures');

const looks: readonly (PageLook & { readonly name: string })[] = [
  { name: 'desktop', theme: 'dark', width: 720 },
  { name: 'phone', theme: 'light', width: 390 },
];
const allLooks: readonly PageLook[] = looks.flatMap(({ width }) => [
  { theme: 'dark', width },
  { theme: 'light', width },
]);

const samples = sampleMessages(await openArticleQuotes());
await mkdir(pageFolder, { recursive: true });
await writeFile(path.join(pageFolder, 'messages.html'), renderPage(samples, allLooks));

const chromium = await findChromium(process.env);
if (chromium === null) {
  process.stderr.write('No Chromium was found, so the pictures are as they were. Name one in CHROMIUM to take them.\n');
} else {
  await mkdir(pictureFolder, { recursive: true });
  for (const group of new Set(samples.map((sample) => sample.group))) {
    const shown = samples.filter((sample) => sample.group === group);
    for (const look of looks) {
      const file = path.resolve(pictureFolder, `${group}-${look.name}.png`);
      await takePicture(chromium, renderPage(shown, [look]), look.width, file);
      process.stderr.write(`${path.relative('.', file)}\n`);
    }
  }
}
