import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { usualKeptDays } from '#src/discord/kept-days.js';
import { personalFile } from '#src/discord/privacy/personal-file.js';
import { english } from '#src/discord/wording/english.js';
import type { PersonalData } from '#src/state/seams/personal.js';

const empty: PersonalData = { records: [], votes: [], disputes: [], uses: [], spending: [], acts: [] };
const facts = {
  member: '1017654321098765432',
  here: '1',
  now: 0,
  days: usualKeptDays,
  about: english.privacy.fileNote,
};

function disputed(text: string): PersonalData {
  return { ...empty, disputes: [{ record: 'AAAAAAAAAAAA', member: facts.member, text, at: 0 }] };
}

describe('the file of what is kept about somebody', () => {
  it('is JSON to read, and says what it is', async () => {
    const file = await personalFile(disputed('It is wrong.'), { ...facts, largest: 10_000 });
    expect(file?.name).toBe('parley-personal-data.json');
    const text = file?.attachment.toString() ?? '';
    expect(text).toContain('\n  "disputes": [\n');
    expect(JSON.parse(text)).toMatchObject({
      member: facts.member,
      exportedAt: '1970-01-01T00:00:00.000Z',
      ...disputed('It is wrong.'),
    });
  });

  it('is written as JSON always is, however long its lists are', async () => {
    const { disputes: one } = disputed('“A\nB”');
    const data: PersonalData = { ...empty, disputes: Array(250).fill(one[0]), uses: [1, 2, 3] };
    const text = (await personalFile(data, { ...facts, largest: 1_000_000 }))?.attachment.toString() ?? '';
    expect(JSON.parse(text)).toMatchObject(data);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('is packed where it is larger than Discord takes', async () => {
    const data = disputed('wrong '.repeat(10_000));
    const file = await personalFile(data, { ...facts, largest: 10_000 });
    expect(file?.name).toBe('parley-personal-data.json.gz');
    expect(JSON.parse(gunzipSync(file?.attachment ?? '').toString())).toMatchObject(data);
  });

  it('is none where it is too large even then', async () => {
    const data = disputed(randomBytes(20_000).toString('base64'));
    expect(await personalFile(data, { ...facts, largest: 10_000 })).toBeNull();
  });
});
