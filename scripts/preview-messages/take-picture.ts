import { execFile } from 'node:child_process';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The browser named in CHROMIUM, or the first one on the PATH; `null` without any. */
export async function findChromium(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const folders = (environment.PATH ?? '').split(path.delimiter);
  const candidates = [
    ...(environment.CHROMIUM === undefined ? [] : [environment.CHROMIUM]),
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
  ];
  for (const candidate of candidates) {
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  return null;
}

const common = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  // Coloured edges of letters would double the size of the file.
  '--disable-lcd-text',
];
const measure = '<script>document.title=String(Math.ceil(document.body.scrollHeight))</script>';

/** A picture of a page, `width` pixels wide and as high as what is on it. */
export async function takePicture(chromium: string, page: string, width: number, file: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-preview-'));
  try {
    const source = path.join(folder, 'page.html');
    await writeFile(source, page.replace('</body>', `${measure}</body>`));
    const url = pathToFileURL(source).href;
    const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
    const { stdout } = await run(chromium, [...common, profile, `--window-size=${width},800`, '--dump-dom', url]);
    const height = /<title>(\d+)<\/title>/u.exec(stdout)?.[1];
    if (height === undefined) throw new Error('The browser did not say how high the page is.');
    await run(chromium, [...common, profile, `--window-size=${width},${height}`, `--screenshot=${file}`, url]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
