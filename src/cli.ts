import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ConfigError, ParleyError, UsageError } from './errors.js';
import { packageFile } from './project-files.js';
import { OutputClosed } from './terminal/output-error.js';
import type { AskChoices } from './terminal/run-ask.js';
import type { CheckChoices } from './terminal/run-check.js';
import type { DeployChoices } from './terminal/run-deploy-commands.js';
import type { DoctorChoices } from './terminal/run-doctor.js';
import type { EvaluationChoices } from './terminal/run-evaluation.js';
import type { HistoryChoices } from './terminal/run-generations.js';
import type { IndexChoices } from './terminal/run-index.js';
import type { SummaryChoices } from './terminal/run-summary.js';
import type { SupportChoices } from './terminal/run-support-evaluation.js';
import { createTerminal, type Terminal } from './terminal/terminal.js';
import type { VerbContext } from './terminal/verb-context.js';

// What a verb needs is imported when it runs: `parley --help` must not wait for a database or a model.

/** 78 is sysexits' EX_CONFIG: a supervisor need not start again before somebody mends the configuration. */
export const exitCodes = { done: 0, failure: 1, usage: 2, configuration: 78, interrupted: 130 } as const;

/** The environment is read here, once, when a verb is really run. */
async function openContext(terminal: Terminal): Promise<VerbContext> {
  const [{ readConfig }, { createLog }, { createParley }] = await Promise.all([
    import('./config.js'),
    import('./terminal/log.js'),
    import('./main.js'),
  ]);
  const config = readConfig();
  const secrets = [config.discord.token, config.embedding.apiKey, config.chat?.choice.apiKey].filter(
    (secret) => secret !== undefined,
  );
  const log = createLog(config.logLevel, terminal.note, secrets);
  log.debug(
    { dataFolder: config.dataFolder, corpusFolder: config.corpusFolder, model: config.embedding.model },
    'configuration',
  );
  return { terminal, log, parley: createParley({ config, onWarning: (line) => log.warn(line) }) };
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ npx parley ${line}\n`).join('')}`;
}

function addEvaluations(program: Command, context: () => Promise<VerbContext>): void {
  const evaluation = program
    .command('eval')
    .description('measure retrieval, abstention, the support of claims or whole answers against what people judged');
  evaluation.addHelpText('after', examples('eval retrieval sets/scifact', 'eval abstention sets/near-misses --json'));
  const layout = 'folder with corpus.jsonl, queries.jsonl and qrels.tsv';
  evaluation
    .command('retrieval')
    .description('nDCG@10, recall@5 and hit@1 of words alone, vectors alone and both')
    .argument('<folder>', layout)
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('eval retrieval sets/scifact', 'eval retrieval sets/scifact --json'))
    .action(async (folder: string, choices: EvaluationChoices) => {
      const { runRetrievalEvaluation } = await import('./terminal/run-evaluation.js');
      await runRetrievalEvaluation(await context(), folder, choices);
    });
  evaluation
    .command('abstention')
    .description('how well questions without an answer are told from the others')
    .argument('<folder>', `${layout}; each question says whether it is "answerable"`)
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('eval abstention sets/near-misses', 'eval abstention sets/near-misses --json'))
    .action(async (folder: string, choices: EvaluationChoices) => {
      const { runAbstentionEvaluation } = await import('./terminal/run-evaluation.js');
      await runAbstentionEvaluation(await context(), folder, choices);
    });
  evaluation
    .command('support')
    .description('how well claims that a passage supports are told from others')
    .argument('<file>', 'JSON lines of {"id","passage","claim","supported"}')
    .option('--json', 'print one JSON value')
    .option(
      '--scores <file>',
      'write {"id","score","supported"} a line: what the verifier decides, hard checks included',
    )
    .addHelpText('after', examples('eval support pairs.jsonl', 'eval support pairs.jsonl --json --scores scores.jsonl'))
    .action(async (file: string, choices: SupportChoices) => {
      const { runSupportEvaluation } = await import('./terminal/run-support-evaluation.js');
      await runSupportEvaluation(await context(), file, choices);
    });
  evaluation
    .command('answers')
    .description('how good answers are, in quotes and, with CHAT_MODEL, in its words: citations, refusals, time, cost')
    .argument('[file]', 'JSON lines as golden/held-out.jsonl has them; without, that file')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('eval answers', 'eval answers golden/tuning.jsonl --json'))
    .action(async (file: string | undefined, choices: EvaluationChoices) => {
      const { runAnswerEvaluation } = await import('./terminal/run-answer-evaluation.js');
      await runAnswerEvaluation(await context(), file, choices);
    });
}

function addQuestions(program: Command, context: () => Promise<VerbContext>): void {
  program
    .command('ask')
    .description('answer one question, or a file of them, with quotes')
    .argument('[question...]', 'what you want to know')
    .option('--json', 'print one JSON value, or with --batch one a line')
    .option('--batch <file>', 'JSON lines of {"id","question"}, - for standard input; prints one JSON answer a line')
    .addHelpText(
      'after',
      examples(
        'ask "Who agreed on the ceasefire?"',
        'ask "How long did the talks last?" --json',
        'ask --batch questions.jsonl --json',
      ),
    )
    .action(async (words: string[], choices: AskChoices) => {
      const { runAsk } = await import('./terminal/run-ask.js');
      await runAsk(await context(), words, choices);
    });
  program
    .command('chat')
    .description('questions and follow-ups in the terminal, or a line each from a pipe')
    .addHelpText('after', examples('chat', 'chat < questions.txt'))
    .action(async () => {
      const { runChat } = await import('./terminal/run-chat.js');
      await runChat(await context());
    });
  program
    .command('start')
    .description('the bot when DISCORD_TOKEN is set, otherwise a local session in the terminal')
    .addHelpText('after', examples('start'))
    .action(async () => {
      const { runStart } = await import('./terminal/run-start.js');
      await runStart(await context());
    });
  program
    .command('deploy-commands')
    .description('tell Discord the slash commands and menus; the bot does so by itself when they changed')
    .option('--guild <id>', 'only in this server, where members see them a second time, beside those of everywhere')
    .option('--remove', 'with --guild, take away the commands that this server has for itself')
    .addHelpText(
      'after',
      examples(
        'deploy-commands',
        'deploy-commands --guild 1017654321098765432',
        'deploy-commands --guild 1017654321098765432 --remove',
      ),
    )
    .action(async (choices: DeployChoices) => {
      const { runDeployCommands } = await import('./terminal/run-deploy-commands.js');
      await runDeployCommands(await context(), choices);
    });
}

function addReading(program: Command, context: () => Promise<VerbContext>): void {
  program
    .command('summary')
    .description('what matters most in a document, each sentence with its place, and what is left out')
    .option('--document <id>', 'its id, as `parley index` names it; without, the most recently dated one')
    .option('--paragraphs <range>', 'only these, such as 3-9')
    .option('--focus <text>', 'what it is to be about')
    .option('--length <length>', 'short, medium or long: about 3, 6 or 12 sentences', 'medium')
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      examples(
        'summary',
        'summary --length short --focus Aleppo',
        'summary --document syria-ceasefire-2016 --paragraphs 7-19',
      ),
    )
    .action(async (choices: SummaryChoices) => {
      const { runSummary } = await import('./terminal/run-summary.js');
      await runSummary(await context(), choices);
    });
  program
    .command('check')
    .description('hold what somebody said against the documents: supported, contradicted or not covered, with quotes')
    .argument('[claim...]', 'one statement or several')
    .option('--json', 'print one JSON value, or with --batch one a line')
    .option('--batch <file>', 'JSON lines of {"id","claim"}, - for standard input; prints one JSON check a line')
    .addHelpText('after', examples('check "The talks lasted nine hours."', 'check --batch claims.jsonl --json'))
    .action(async (words: string[], choices: CheckChoices) => {
      const { runCheck } = await import('./terminal/run-check.js');
      await runCheck(await context(), words, choices);
    });
}

const collectionNames = 'shared, or guild-ID for what the moderators of a server staged';

function addIndexing(program: Command, context: () => Promise<VerbContext>): void {
  program
    .command('index')
    .description('build what changed in the corpus and publish it as a new generation')
    .option('--collection <name>', collectionNames, 'shared')
    .option('--dry-run', 'only show what would change')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('index', 'index --dry-run', 'index --collection guild-1017654321098765432'))
    .action(async (choices: IndexChoices) => {
      const { runIndex } = await import('./terminal/run-index.js');
      await runIndex(await context(), choices);
    });
  program
    .command('text')
    .description("print a document's text exactly as offsets count it")
    .argument('<document>', 'its id, as answers and `parley index` name it')
    .addHelpText('after', examples('text syria-ceasefire-2016'))
    .action(async (id: string) => {
      const { runText } = await import('./terminal/run-text.js');
      await runText(await context(), id);
    });
  program
    .command('generations')
    .description('the history of the index, newest first')
    .option('--collection <name>', collectionNames, 'shared')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('generations', 'generations --json'))
    .action(async (choices: HistoryChoices) => {
      const { runGenerations } = await import('./terminal/run-generations.js');
      await runGenerations(await context(), choices);
    });
  program
    .command('rollback')
    .description('make an older generation live')
    .argument('[generation]', 'its id; without, the newest sound one before the live one')
    .option('--collection <name>', collectionNames, 'shared')
    .addHelpText('after', examples('rollback', 'rollback 20260901-120000-1a2b'))
    .action(async (id: string | undefined, choices: HistoryChoices) => {
      const { runRollback } = await import('./terminal/run-generations.js');
      await runRollback(await context(), id, choices);
    });
}

function addUpkeep(program: Command, context: () => Promise<VerbContext>, terminal: Terminal): void {
  program
    .command('doctor')
    .description('try everything that is configured, and say of each thing whether it works and what helps')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('doctor', 'doctor --json'))
    .action(async (choices: DoctorChoices) => {
      const { runDoctor } = await import('./terminal/run-doctor.js');
      await runDoctor(terminal, context, choices);
    });
  program
    .command('backup')
    .description('copy the state and every generation to a new folder, while the bot goes on')
    .argument('<folder>', 'a folder that is not there yet')
    .addHelpText('after', examples('backup /srv/backups/parley-monday'))
    .action(async (folder: string) => {
      const { runBackup } = await import('./terminal/run-data.js');
      await runBackup(await context(), folder);
    });
  program
    .command('integrity')
    .description('read the whole data folder, every checksum included, and say what is wrong')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples('integrity', 'integrity --json'))
    .action(async (choices: { json?: boolean }) => {
      const { runIntegrity } = await import('./terminal/run-data.js');
      await runIntegrity(await context(), choices);
    });
}

/** commander's "error: unknown command 'x'" as a sentence of its own. */
function asSentence(text: string): string {
  const fault = text.replace(/^error: /u, '').trim();
  return `${fault.charAt(0).toUpperCase()}${fault.slice(1)}${/[.?)]$/u.test(fault) ? '' : '.'}`;
}

function createProgram(terminal: Terminal): Command {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const context = (): Promise<VerbContext> => openContext(terminal);
  const program = new Command('parley')
    .description('Answers questions about a set of documents and shows, for every sentence, where it stands.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.write,
      outputError: (text) => terminal.note(`${asSentence(text)} See \`npx parley --help\`.`),
    })
    .addHelpText('after', examples('index', 'ask "Who agreed on the ceasefire?"', 'chat', 'ask --help'));
  addIndexing(program, context);
  addQuestions(program, context);
  addReading(program, context);
  addUpkeep(program, context, terminal);
  addEvaluations(program, context);
  return program;
}

/** What the bot needs of the configuration, these do. */
const botVerbs: readonly string[] = ['start', 'deploy-commands'];

/** Says in one line what went wrong, and gives the code to exit with. */
function exitCodeOf(error: unknown, terminal: Terminal, verb: string | undefined): number {
  if (error instanceof OutputClosed) return exitCodes.done;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof ParleyError) {
    terminal.note(error.line);
    // Only the bot runs under a supervisor, which needs to know why.
    if (botVerbs.includes(verb ?? '') && error instanceof ConfigError) return exitCodes.configuration;
    if ('exitCode' in error && typeof error.exitCode === 'number') return error.exitCode;
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failure;
  }
  const { name, message, stack = message } = error instanceof Error ? error : new Error(String(error));
  terminal.note(name === 'Interrupted' ? message : `This is a defect of Parley: ${stack.split('\n', 2).join(' ')}`);
  return name === 'Interrupted' ? exitCodes.interrupted : exitCodes.failure;
}

/**
 * Runs one command line, without the names of node and the program, and gives the exit code: 0 done, 1 failure, 2 wrong
 * usage, 78 when the bot cannot go on with the configuration as it is, 130 after Ctrl-C.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const terminal = createTerminal(process);
  const codeAfter = (work: Promise<unknown>): Promise<number> =>
    work.then(
      () => exitCodes.done,
      (error: unknown) => exitCodeOf(error, terminal, args[0]),
    );
  const code = await codeAfter(createProgram(terminal).parseAsync(args, { from: 'user' }));
  return code === exitCodes.done ? codeAfter(terminal.written()) : code;
}
