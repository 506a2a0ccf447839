import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { usualKeptDays } from '#src/discord/kept-days.js';
import { personalFile } from '#src/discord/privacy/personal-file.js';
import { english } from '#src/discord/wording/english.js';
import type { PersonalData } from '#src/state/seams/personal.js';
import { madeUpPublication, madeUpPut } from '../../contracts/state/made-up-changes.js';

const nothing = { staged: [], publications: [] };
const empty: PersonalData = { records: [], votes: [], disputes: [], uses: [], spending: [], acts: [], ...nothing };
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
    const uses = [1, 2, 3].map((at) => ({ guild: null, channel: '5', at }));
    const data: PersonalData = { ...empty, disputes: Array(250).fill(one[0]), uses };
    const text = (await personalFile(data, { ...facts, largest: 1_000_000 }))?.attachment.toString() ?? '';
    expect(JSON.parse(text)).toMatchObject(data);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('has what somebody staged and began to publish, and names no document of another server', async () => {
    const staged = [madeUpPut({ collection: 'guild-1' }), madeUpPut({ collection: 'guild-2' })];
    const publications = ['1', '2'].map((guild) => {
      const publication = madeUpPublication({ collection: `guild-${guild}` });
      return { ...publication, entry: { ...publication.entry, guild, subject: 'The treaty' } };
    });
    const data: PersonalData = { ...empty, staged, publications };
    const read = async (here: string | null) => {
      const text = (await personalFile(data, { ...facts, here, largest: 100_000 }))?.attachment.toString() ?? '';
      return { text, ...(JSON.parse(text) as PersonalData) };
    };
    const here = await read('1');
    expect(here.staged).toEqual([
      staged[0],
      { kind: 'put', collection: 'guild-2', version: 'v1', by: 'moderator', at: staged[1]?.at },
    ]);
    expect(here.publications[0]).toEqual(publications[0]);
    expect(here.publications[1]).toMatchObject({ collection: 'guild-2', entry: { actor: 'moderator', subject: null } });
    const direct = await read(null);
    expect([direct.staged.length, direct.publications.length]).toEqual([2, 2]);
    expect(direct.text).not.toMatch(/treaty/iu);
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
