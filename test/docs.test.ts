import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { configKeys } from '#src/config.js';
import { commandDefinitions, messageCommands, slashCommands } from '#src/discord/commands/all-commands.js';
import { inviteLink } from '#src/discord/connection/invite-link.js';
import { usualKeptDays } from '#src/discord/kept-days.js';
import { usualFileLimits } from '#src/discord/moderating/corpus/file-intake.js';
import { mostCharacters, mostDocuments } from '#src/discord/moderating/corpus/room-for.js';
import { quotaText } from '#src/discord/moderating/quota-text.js';
import { defaultSettings } from '#src/discord/moderating/server-settings.js';
import { mostModeratorRoles } from '#src/discord/moderating/setting-shapes.js';
import { english } from '#src/discord/wording/english.js';
import { quotaText as refusalText } from '#src/discord/writing/write-quota.js';

/* What people read about Parley, held against what it is. */

const files = ['README.md', 'docs/discord.md', 'docs/moderators.md'] as const;

/** A page in one line: a command may be broken where a line ends. */
function page(file: (typeof files)[number]): string {
  return readFileSync(file, 'utf8').replaceAll(/\n(?:> )?\s*/gu, ' ');
}

const readme = page('README.md');
const forAll = page('docs/discord.md');
const forModerators = page('docs/moderators.md');
const grouped = new Intl.NumberFormat('en');

interface NamedOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly options?: readonly NamedOption[];
}

function optionsOf({ data }: (typeof slashCommands)[number]): readonly NamedOption[] {
  return data.options ?? [];
}

const isSubcommand = ({ type }: NamedOption): boolean => type === ApplicationCommandOptionType.Subcommand;

/** `/ask`, `/corpus add`: all that can be typed. */
const typed = slashCommands.flatMap((command) => {
  const subcommands = optionsOf(command).filter(isSubcommand);
  const name = `/${command.data.name}`;
  return subcommands.length === 0 ? [name] : subcommands.map((subcommand) => `${name} ${subcommand.name}`);
});

/** Every option of a command that only moderators are offered. */
const moderatorsOptions = slashCommands
  .filter(({ data }) => data.default_member_permissions !== undefined)
  .flatMap(optionsOf)
  .flatMap((option) => (isSubcommand(option) ? (option.options ?? []) : [option]))
  .map(({ name }) => name);

describe('the pages about Discord', () => {
  it.each(typed)('name %s', (command) => {
    expect(`${forAll} ${forModerators}`).toMatch(new RegExp(`\`${command}\\b`, 'u'));
  });

  it.each(messageCommands.map(({ data }) => data.name))('name “%s”', (name) => {
    expect(forAll).toContain(`**${name}**`);
  });

  it.each([...new Set(moderatorsOptions)])('say what the option %s of moderators is for', (option) => {
    expect(forModerators).toMatch(new RegExp(`[\` ]${option}[:\`]`, 'u'));
  });

  it('name no command that there is not', () => {
    const known = new Set(slashCommands.map(({ data }) => data.name));
    for (const text of [readme, forAll, forModerators]) {
      const named = [...text.matchAll(/`\/([a-z]+)\b(?!\/)/gu)].map(([, name = '']) => name);
      expect(named.filter((name) => !known.has(name) && name !== 'healthz' && name !== 'readyz')).toEqual([]);
    }
  });

  it('show what is printed at the first start', () => {
    expect(forAll).toContain(`Registered ${commandDefinitions.length} commands with Discord.`);
    const permissions = new URL(inviteLink('1')).searchParams.get('permissions');
    expect(forAll).toContain(`permissions=${permissions}&`);
  });
});

describe('the page for moderators', () => {
  it('has the limits on files and servers', () => {
    const { maxBytes, maxPages, downloadMs, stallMs, readMs, totalMs, running, waiting, waitingOfServer } =
      usualFileLimits;
    expect(forModerators).toContain(`${maxBytes / 1_048_576} MiB, ${grouped.format(maxPages)} pages`);
    expect(forModerators).toContain(`${downloadMs / 1000} s to fetch (${stallMs / 1000} s without`);
    expect(forModerators).toContain(`${readMs / 1000} s to read`);
    expect([totalMs, running]).toEqual([120_000, 2]);
    expect(forModerators).toContain('two minutes in all');
    expect(forModerators).toContain(
      `one of a server, two of all; ${waitingOfServer} of a server and ${waiting} of all`,
    );
    expect(forModerators).toContain(`${mostDocuments} documents, ${grouped.format(mostCharacters)} characters`);
  });

  it('has the defaults of the settings', () => {
    const { quotas } = defaultSettings;
    for (const scope of ['member', 'channel', 'server'] as const)
      expect(forModerators).toContain(`| \`quota_${scope}\` | ${quotaText(quotas[scope] ?? 'none')} |`);
    expect(forModerators).toContain(`at most ${mostModeratorRoles} roles`);
    expect(defaultSettings).toMatchObject({ moderatorRoles: [], logChannel: null, language: 'en' });
    expect(defaultSettings.channels).toEqual({ answers: true, isPrivate: false });
  });

  it('says how long each kind of thing is kept, as the page for all does', () => {
    const { questions, settledReviews, acts, quality, uses, spending } = usualKeptDays;
    expect(forModerators).toContain(`it was posted | ${questions} (`);
    expect(forModerators).toContain(`until settled, and ${settledReviews} after that`);
    expect(forModerators).toContain(`what moderators did | ${acts} |`);
    expect(forModerators).toContain(`figures of \`/quality\` | ${quality} |`);
    expect(forModerators).toContain(`for the quotas | ${uses} |`);
    expect(forModerators).toContain(`for the budgets | ${spending} |`);
    expect(forAll).toContain(`uses for the quotas and what a language model used after ${uses}.`);
    expect(spending).toBe(uses);
    expect(forAll).toContain(`after ${questions} days (\`PARLEY_QUESTION_DAYS\``);
    expect(forAll).toContain(`settled disputes after ${settledReviews}, acts of moderators and figures`);
  });

  it('quotes the refusals as they are', () => {
    expect(forModerators).toContain(english.notices.notAModerator);
    const { member } = defaultSettings.quotas;
    if (member === undefined) throw new Error('Members have a quota.');
    expect(forModerators).toContain(refusalText({ by: 'member', limit: member, waitMs: 100_000 }, english));
  });
});

describe('every page', () => {
  it.each(files)('%s leads only to files that are there', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(([, to = '']) => to);
    const inside = links.filter((to) => !to.startsWith('https://'));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter((to) => !existsSync(path.join(path.dirname(file), to)))).toEqual([]);
  });

  it('names only keys of the configuration that there are', () => {
    for (const text of [readme, forAll, forModerators]) {
      const named = text.match(/\b(?:PARLEY|DISCORD|EMBEDDING|LOG)_[A-Z_]+\b/gu) ?? [];
      expect(named.filter((name) => !configKeys.includes(name))).toEqual([]);
    }
  });
});
