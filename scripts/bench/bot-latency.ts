import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Loopback, startLoopback } from '../../test/support/discord/loopback.js';
import { acknowledgementRow, acknowledgements, moderator } from './acknowledgements.js';
import type { BenchParts } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import type { BenchSizes } from './bench-sizes.js';
import { millisecondsOf } from './milliseconds-of.js';
import { startParley } from './parley-process.js';
import { quantile } from './quantile.js';
import { writeSyntheticFiles } from './synthetic-files.js';
import { sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';

const article = 'syria-ceasefire-2016';
/** Askers at once, and what each asks before the measurement and in it. */
const askers = 20;
const warmUpEach = 2;
const questionsEach = 15;
/** A running bot looks for a newer index every ten seconds; loading it belongs to the load. Milliseconds. */
const loadsWithinMs = 11_000;
const mostNewChunks = 2000;
const answerLimitMs = 500;

/** Everybody asks at once, and again as soon as they have their answer. @returns Milliseconds to each whole answer */
async function answersAtOnce(
  discord: Loopback,
  questions: readonly string[],
  each: number,
): Promise<readonly number[]> {
  const members = Array.from({ length: askers }, (_, at) => discord.member(`asker-${at}`, moderator));
  const latencies = await Promise.all(
    members.map(async (member, at) => {
      const own: number[] = [];
      for (let asked = 0; asked < each; asked += 1) {
        const question = questions[(at * each + asked) % questions.length] ?? '';
        own.push(await millisecondsOf(() => member.runs('ask', { question })));
      }
      return own;
    }),
  );
  return latencies.flat();
}

/** The bot as an operator runs it, against a Discord in this process: how soon members see something, and the answer. */
export async function measureBotLatency(
  parts: BenchParts,
  sizes: BenchSizes,
  questions: readonly string[],
): Promise<readonly LimitRow[]> {
  const { sources, newFolder, say } = parts;
  const folder = await newFolder('bot');
  const corpus = path.join(folder, 'corpus');
  await mkdir(corpus);
  for (const file of [`${article}.txt`, `${article}.meta.yaml`])
    await cp(path.join('corpus', file), path.join(corpus, file));
  const discord = await startLoopback({ rateLimits: 'real' });
  const bot = startParley('start', folder, { DISCORD_TOKEN: discord.token, DISCORD_REST_API: discord.api });
  try {
    await bot.says('Invite:');
    const anna = discord.member('anna', moderator);
    await acknowledgements(anna, questions, (asked) => asked >= 10);
    const idle = await acknowledgements(anna, questions, (asked) => asked >= sizes.questions);
    await answersAtOnce(discord, questions, warmUpEach);
    const answers = await answersAtOnce(discord, questions, questionsEach);

    const sentences = sourceSentences([...sources.article, ...sources.practice]);
    const wanted = Math.min(mostNewChunks, sizes.chunksUnderLoad);
    await writeSyntheticFiles(corpus, takeParagraphs(syntheticParagraphs(sentences, 5), { sentences: wanted }));
    let isOver = false;
    const startedAt = performance.now();
    let indexingSeconds = 0;
    const indexing = startParley('index', folder, {})
      .ended.then(async (code) => {
        if (code !== 0) throw new Error(`parley index ended with ${code}.`);
        indexingSeconds = (performance.now() - startedAt) / 1000;
        await after(loadsWithinMs);
      })
      .finally(() => {
        isOver = true;
      });
    const [loaded] = await Promise.all([acknowledgements(anna, questions, () => isOver), indexing]);
    if (discord.violations.length > 0) throw new Error(JSON.stringify(discord.violations));

    const [p50, p95] = [quantile(answers, 0.5), quantile(answers, 0.95)];
    const indexed = `${wanted.toLocaleString('en')} new chunks (${indexingSeconds.toFixed(0)} s, and until the bot has loaded them)`;
    const rows: readonly LimitRow[] = [
      acknowledgementRow('nothing else running', idle),
      acknowledgementRow(`while \`parley index\` indexes ${indexed}`, loaded),
      {
        what: `from command to complete answer, ${askers} askers at once: p95`,
        measured: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (${answers.length} answers)`,
        limit: `${answerLimitMs} ms`,
        figure: p95,
        unit: 'ms',
        target: { bound: 'at most', value: answerLimitMs },
      },
    ];
    for (const { what, measured } of rows) say(`${what}: ${measured}`);
    return rows;
  } finally {
    bot.stop();
    await bot.ended;
    await discord.stop();
  }
}
