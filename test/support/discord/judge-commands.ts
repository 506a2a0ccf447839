import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { invalidForm } from './discord-error.js';
import type { Finding } from './finding.js';

/** A command as the bot registers it. */
export interface CommandBody {
  readonly name: string;
  readonly description?: string | null;
  readonly type?: ApplicationCommandType | null;
  readonly options?: readonly APIApplicationCommandOption[] | null;
}

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Characters of names, descriptions and choices' values of one command. */
const mostCharacters = 8000;
const mostCommands = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

function fault(rule: string, place: string, detail: string): Finding {
  return { rule, detail: `${place}: ${detail}`, refusal: invalidForm(place, 'APPLICATION_COMMAND_INVALID', detail) };
}

function inside(option: APIApplicationCommandOption): readonly APIApplicationCommandOption[] {
  return 'options' in option ? (option.options ?? []) : [];
}

const isSubcommand = ({ type }: APIApplicationCommandOption): boolean =>
  type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;

function sizeOf(options: readonly APIApplicationCommandOption[]): number {
  return options.reduce((sum, option) => {
    const choices = 'choices' in option ? (option.choices ?? []) : [];
    const words = choices.reduce((total, { name, value }) => total + name.length + String(value).length, 0);
    return sum + option.name.length + option.description.length + words + sizeOf(inside(option));
  }, 0);
}

function judgeName(name: string, place: string): readonly Finding[] {
  if (namePattern.test(name) && name === name.toLowerCase()) return [];
  return [fault('command-name', `${place}.name`, `"${name}" is no lower-case name of 1 to 32 letters, digits, - or _`)];
}

function judgeOption(option: APIApplicationCommandOption, place: string, depth: number): readonly Finding[] {
  const findings = [...judgeName(option.name, place)];
  const wrong = (detail: string): number => findings.push(fault('command-option', place, detail));
  if (option.description.trim() === '') wrong('an option needs a description');
  if ('autocomplete' in option && option.autocomplete === true && 'choices' in option && option.choices !== undefined) {
    wrong('an option has choices or autocomplete, not both');
  }
  if (option.type === ApplicationCommandOptionType.SubcommandGroup && depth > 0) wrong('a group inside another');
  if (option.type === ApplicationCommandOptionType.Subcommand && depth > 1) wrong('a subcommand too deep');
  return [...findings, ...judgeOptions(inside(option), place, depth + 1)];
}

function judgeOptions(
  options: readonly APIApplicationCommandOption[],
  place: string,
  depth: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  const names = options.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const wrong = (detail: string): number => findings.push(fault('command-options', `${place}.options`, detail));
  if (twice !== undefined) wrong(`two options named "${twice}"`);
  if (options.some(isSubcommand) && !options.every(isSubcommand)) wrong('subcommands beside other options');
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true)) {
    wrong('a required option after an optional one');
  }
  return [...findings, ...options.flatMap((option, index) => judgeOption(option, `${place}.options[${index}]`, depth))];
}

function judgeCommand(command: CommandBody, place: string): readonly Finding[] {
  const { name, description, options } = command;
  const type = command.type ?? ApplicationCommandType.ChatInput;
  if (type !== ApplicationCommandType.ChatInput) {
    const hasMore = (description ?? '') !== '' || (options ?? []).length > 0;
    return [
      ...(name.trim() === name
        ? []
        : [fault('command-name', `${place}.name`, `"${name}" begins or ends with a space`)]),
      ...(hasMore ? [fault('command-menu', place, 'a menu command has no description and no options')] : []),
    ];
  }
  const size = name.length + (description ?? '').length + sizeOf(options ?? []);
  return [
    ...judgeName(name, place),
    ...((description ?? '').trim() === ''
      ? [fault('command-description', place, 'a command needs a description')]
      : []),
    ...(size > mostCharacters ? [fault('command-size', place, `${size} characters, more than ${mostCharacters}`)] : []),
    ...judgeOptions(options ?? [], place, 0),
  ];
}

/** What the specification leaves out about a whole list of commands. */
export function judgeCommands(commands: readonly CommandBody[]): readonly Finding[] {
  const keys = commands.map(({ name, type }) => `${type ?? 1} ${name}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  const crowded = Object.entries(mostCommands).filter(
    ([type, most]) => commands.filter((command) => (command.type ?? 1) === Number(type)).length > most,
  );
  return [
    ...(twice === undefined ? [] : [fault('command-name', 'commands', `two commands are type and name "${twice}"`)]),
    ...crowded.map(([type, most]) => fault('command-count', 'commands', `more than ${most} commands of type ${type}`)),
    ...commands.flatMap((command, index) => judgeCommand(command, `commands[${index}]`)),
  ];
}
