import { ConfigError, ParleyError } from '../errors.js';
import { redactSecrets } from '../redaction.js';
import { checkChat } from './doctor/check-chat.js';
import { checkDiscord } from './doctor/check-discord.js';
import { checkDataFolder, checkNode } from './doctor/check-machine.js';
import { checkCorpus, checkDatabase, checkEncoder, checkIndex } from './doctor/check-parts.js';
import { type Finding, unwellBecause, well } from './doctor/finding.js';
import { plainText } from './plain-text.js';
import type { Terminal } from './terminal.js';
import type { VerbContext } from './verb-context.js';

export interface DoctorChoices {
  readonly json?: boolean;
}

/** One look after the other: what takes long is timed, and two at once would slow each other down. */
async function* findings(context: VerbContext): AsyncGenerator<Finding> {
  const { config } = context.parley;
  yield await checkDataFolder(config.dataFolder);
  yield await checkCorpus(context);
  const encoder = await checkEncoder(context);
  yield encoder.finding;
  yield await checkIndex(context, encoder.identity);
  yield await checkDatabase(context);
  yield await checkDiscord(context);
  yield* await checkChat(config.chat);
}

function lineOf({ ok, name, what, remedy }: Finding, { paint }: Terminal): string {
  const sign = ok ? paint.good('ok    ') : paint.caution('not ok');
  return `${sign}  ${name.padEnd(13)} ${plainText(remedy === null ? what : `${what} ${remedy}`)}\n`;
}

function withoutSecrets(finding: Finding, secrets: readonly string[]): Finding {
  const { what, remedy } = finding;
  const clean = (text: string): string => redactSecrets(text, secrets);
  return { ...finding, what: clean(what), remedy: remedy === null ? null : clean(remedy) };
}

/** What is configured, or why it cannot be read. */
async function opened(open: () => Promise<VerbContext>): Promise<VerbContext | ConfigError> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/**
 * `parley doctor`: tries everything that is configured and says of each thing whether it works and what helps.
 * @throws ParleyError when something does not work
 */
export async function runDoctor(
  terminal: Terminal,
  open: () => Promise<VerbContext>,
  { json = false }: DoctorChoices,
): Promise<void> {
  const found: Finding[] = [];
  let secrets: readonly string[] = [];
  const report = (finding: Finding): void => {
    const clean = withoutSecrets(finding, secrets);
    found.push(clean);
    terminal.status.clear();
    if (!json) terminal.write(lineOf(clean, terminal));
  };

  report(checkNode(process.versions.node));
  const context = await opened(open);
  if (context instanceof ConfigError) report(unwellBecause('configuration', context));
  else {
    const { discord, embedding, chat } = context.parley.config;
    secrets = [discord.token, embedding.apiKey, chat?.choice.apiKey].filter((secret) => secret !== undefined);
    report(well('configuration', 'Every key is as it should be.'));
    for await (const finding of findings(context)) report(finding);
  }
  const wrong = found.filter(({ ok }) => !ok).length;
  if (json) terminal.write(`${JSON.stringify({ ok: wrong === 0, checks: found })}\n`);
  if (wrong === 0) return;
  throw new ParleyError(`${wrong} of ${found.length} looks found something wrong.`, 'Each says what helps.');
}
