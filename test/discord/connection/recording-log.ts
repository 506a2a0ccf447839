type Level = 'debug' | 'info' | 'warn' | 'error';

interface LogLine {
  readonly level: Level;
  readonly facts: unknown;
  readonly text: string | undefined;
}

/** A log that only takes notes, of the form that pino's has. */
export function recordingLog() {
  const lines: LogLine[] = [];
  const at =
    (level: Level) =>
    (facts: unknown, text?: string): void => {
      lines.push({ level, facts, text });
    };
  return {
    lines: lines as readonly LogLine[],
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    /** Everything that was logged, to search in. */
    text: () => JSON.stringify(lines),
  };
}
