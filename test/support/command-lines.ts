import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { OptionValue } from './discord/option-payload.js';

/** As much of a registered command, or of its definition, as this needs. */
interface Command {
  readonly type?: ApplicationCommandType | undefined;
  readonly name: string;
  readonly default_member_permissions?: string | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

/** One thing that somebody can run: a slash command, or a subcommand of one. */
export interface CommandLine {
  /** `corpus add` */
  readonly line: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
  /** Whether Discord offers it only to those with a permission. */
  readonly isForModerators: boolean;
}

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

function linesUnder(
  line: string,
  options: readonly APIApplicationCommandOption[],
  isForModerators: boolean,
): readonly CommandLine[] {
  const isParent = options.some(({ type }) => type === Subcommand || type === SubcommandGroup);
  if (!isParent) return [{ line, options: options as readonly APIApplicationCommandBasicOption[], isForModerators }];
  return options.flatMap((option) =>
    linesUnder(`${line} ${option.name}`, 'options' in option ? (option.options ?? []) : [], isForModerators),
  );
}

/** Everything that can be run, so that a test that walks through it cannot miss a command that comes later. */
export function commandLines(commands: readonly Command[]): readonly CommandLine[] {
  return commands
    .filter(({ type = ApplicationCommandType.ChatInput }) => type === ApplicationCommandType.ChatInput)
    .flatMap(({ name, options = [], default_member_permissions: needed }) =>
      linesUnder(name, options, needed !== null && needed !== undefined),
    );
}

/** Names of options for which something is offered while they are typed. */
export function completedOptions({ options }: Pick<CommandLine, 'options'>): readonly string[] {
  return options.filter((option) => 'autocomplete' in option && option.autocomplete === true).map(({ name }) => name);
}

/**
 * Values for a command's options, by their names.
 *
 * @throws Error when a required option is not among them: whoever adds one says here what a test puts into it.
 */
export function filledIn(
  { line, options }: CommandLine,
  values: Readonly<Record<string, OptionValue>>,
): Readonly<Record<string, OptionValue>> {
  const missing = options.find(({ name, required }) => required === true && !(name in values));
  if (missing !== undefined) throw new Error(`The test has no value for the option "${missing.name}" of /${line}.`);
  return Object.fromEntries(
    options.flatMap(({ name }) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
