import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Actor } from '../../test/support/discord/actor.js';
import { type Loopback, startLoopback } from '../../test/support/discord/loopback.js';
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
/** Between an answer and the next question of one busy channel, milliseconds. */
const pauseMs = 40;
/** A running bot looks for a newer index every ten seconds; loading it belongs to the load. Milliseconds. */
const loadsWithinMs = 11_000;
const mostNewChunks = 2000;
const acknowledgeLimitMs = 1000;
const answerLimitMs = 500;

/** Asks one question after another until `isOver`. @returns Milliseconds to each acknowledgement */
async function acknowledgements(
  asker: Actor,
  questions: readonly string[],
  isOver: (asked: number) => boolean,
): Promise<readonly number[]> {
  const latencies: number[] = [];
  while (!isOver(latencies.length)) {
    const question = questions[latencies.length % questions.length] ?? '';
    const { acknowledgedAfterMs, failed } = await asker.runs('ask', { question });
    if (acknowledgedAfterMs === null) throw new Error(`A question was not acknowledged: ${failed}`);
    latencies.push(acknowledgedAfterMs);
    await after(pauseMs);
  }
  return latencies;
}

/** Everybody asks at once, and again as soon as they have their answer. @returns Milliseconds to each whole answer */
async function answersAtOnce(
  discord: Loopback,
  questions: readonly string[],
  each: number,
): Promise<readonly number[]> {
  const members = Array.from({ length: askers }, (_, at) => discord.member(`asker-${at}`));
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

function acknowledgementRow(what: string, latencies: readonly number[]): LimitRow {
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return {
    what: `acknowledgement of a command, ${what}: p99`,
    measured: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${latencies.length} commands)`,
    limit: `${acknowledgeLimitMs.toLocaleString('en')} ms; Discord waits 3,000 ms`,
    figure: p99,
    unit: 'ms',
    target: { bound: 'at most', value: acknowledgeLimitMs },
  };
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
    const anna = discord.member('anna');
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
