import { describe, expect, it } from 'vitest';
import { createReindexJobs, type JobClaim, type ReindexJob } from '#src/discord/moderating/reindexing/reindex-jobs.js';

const claim = (more: Partial<JobClaim> = {}): JobClaim => ({
  kind: 'publish',
  collections: ['guild-1'],
  guild: '1',
  by: 'maria',
  ...more,
});

function jobsAt(now = 5000) {
  const ending = new AbortController();
  const jobs = createReindexJobs(() => now, ending.signal);
  const begin = (more?: Partial<JobClaim>): ReindexJob => {
    const begun = jobs.begin(claim(more));
    if ('inTheWay' in begun) throw new Error('It is taken.');
    return begun.job;
  };
  return { jobs, begin, ending };
}

describe('work on collections', () => {
  it('is one at a time for each: whoever comes second is told what runs', () => {
    const { jobs, begin } = jobsAt();
    const job = begin();
    job.note({ stage: 'embed', done: 1, total: 2 });
    const second = jobs.begin(claim({ kind: 'preview', by: 'nina' }));
    expect('inTheWay' in second && second.inTheWay).toMatchObject({
      kind: 'publish',
      by: 'maria',
      since: 5000,
      progress: { stage: 'embed', done: 1, total: 2 },
    });
    begin({ collections: ['guild-2'], guild: '2' });
    job.end();
    begin();
  });

  it('that needs several begins with all of them or with none', () => {
    const { jobs, begin } = jobsAt();
    const other = begin({ collections: ['guild-2', 'shared'], guild: '2' });
    expect('inTheWay' in jobs.begin(claim({ collections: ['guild-1', 'shared'] }))).toBe(true);
    expect(jobs.running(['guild-1'])).toEqual([]);
    other.end();
    begin({ collections: ['guild-1', 'shared'] });
    expect(jobs.running(['shared'])).toHaveLength(1);
  });

  it('is stopped by those of the server that began it alone', () => {
    const { jobs, begin } = jobsAt();
    const [mine, theirs] = [begin(), begin({ collections: ['guild-2', 'shared'], guild: '2' })];
    expect(jobs.stop('1')).toBe(1);
    expect([mine.signal.reason, theirs.signal.aborted]).toEqual(['stopped', false]);
    // Stopping takes a moment: a second press finds nothing more to stop, and nobody may begin yet.
    expect(jobs.stop('1')).toBe(0);
    expect('inTheWay' in jobs.begin(claim())).toBe(true);
  });

  it('is called off when the bot ends, also what begins then', () => {
    const { begin, ending } = jobsAt();
    const job = begin();
    ending.abort();
    expect(job.signal.reason).toBe('restart');
    expect(begin({ collections: ['guild-2'] }).signal.reason).toBe('restart');
  });
});
