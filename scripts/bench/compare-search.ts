import type { PeerRow } from './bench-row.js';
import { millisecondsOf } from './milliseconds-of.js';
import { quantile } from './quantile.js';
import type { RecordingEncoder } from './recording-encoder.js';
import type { SearchTool } from './search-tool.js';

const toolNames = ['parley', 'langchain', 'orama'] as const;
type ToolName = (typeof toolNames)[number];

/** Something of each tool. */
export type ByTool<T> = Readonly<Record<ToolName, T>>;

/** As many passages as a person may be shown. */
const limit = 10;

/** Asks all tools every question, in turns, each tool first as often as the others. Milliseconds a question. */
async function compareLatency(tools: ByTool<SearchTool>, questions: readonly string[]): Promise<ByTool<number[]>> {
  const times: ByTool<number[]> = { parley: [], langchain: [], orama: [] };
  const warmUp = questions.slice(0, 5);
  for (const question of warmUp) for (const name of toolNames) await tools[name].search(question, limit);
  for (const [turn, question] of questions.entries()) {
    for (let place = 0; place < toolNames.length; place++) {
      const name = toolNames[(turn + place) % toolNames.length] as ToolName;
      times[name].push(await millisecondsOf(() => tools[name].search(question, limit)));
    }
  }
  return times;
}

/** From question to ranked passages, then the same with the encoder's time taken out. */
export async function compareSearch(
  tools: ByTool<SearchTool>,
  encoder: RecordingEncoder,
  questions: readonly string[],
  size: string,
): Promise<readonly PeerRow[]> {
  const whole = await compareLatency(tools, questions);
  encoder.replay();
  const alone = await compareLatency(tools, questions);
  const suffix = `${size}, ${questions.length} questions`;
  return [
    ...latencyRows(
      `question to ranked passages, ${suffix}`,
      whole,
      'all wait for the same encoder, which takes most of it; the rows without the encoder tell them apart',
    ),
    ...latencyRows(
      `the same without the encoder, ${suffix}`,
      alone,
      'Parley also reads the question (names, kind, what it wants) and weighs a background of chunks; over so few chunks that outweighs the search',
    ),
  ];
}

function latencyRows(what: string, times: ByTool<number[]>, whenBehind: string): readonly PeerRow[] {
  return (['p50', 'p95'] as const).map((name) => {
    const at = (tool: ToolName): number => quantile(times[tool], name === 'p50' ? 0.5 : 0.95);
    const figures = { parley: at('parley'), langchain: at('langchain'), orama: at('orama') };
    return { what: `${what}, ${name}`, unit: 'ms', better: 'lower', ...figures, whenBehind };
  });
}
