import { invalidForm } from './discord-error.js';
import type { Finding } from './finding.js';
import { openApi } from './openapi.js';
import type { RestAnswer, RestRequest, RestRoute } from './rest-route.js';
import { specification } from './specification.js';

function faultsOf(name: string, value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) =>
    specification()
      .faultsOf(name, item)
      .map((fault) => `${name}: ${fault}`),
  );
}

/** Compiles what every test needs: later it would cost the bot time to answer. */
export function warmJudges(routes: readonly RestRoute[]): void {
  specification().warm();
  for (const { method, path } of routes) openApi()?.warm(method, path);
}

const found = (detail: string): Finding => ({
  rule: 'specification',
  detail,
  refusal: invalidForm('_', 'BASE_TYPE_INVALID', detail),
});

/** The request's body and query against Discord's specification. */
export function judgeRequest(
  { method, path, takes, query: known = [] }: RestRoute,
  request: RestRequest,
): readonly Finding[] {
  const { body, query } = request;
  const strangers = [...query.keys()].filter((key) => !known.includes(key));
  const unasked = strangers.map((key) => ({ ...found(`the query has an unknown "${key}"`), refusal: null }));
  if (takes === undefined) return unasked;
  if (body === undefined || body === null || typeof body !== 'object') return [found('the body is missing')];
  const faults = faultsOf(typeof takes === 'function' ? takes(body) : takes, body);
  const details = faults.length > 0 ? faults : (openApi()?.faultsOf(method, path, body) ?? []);
  return [...unasked, ...details.map(found)];
}

/** The double's own answer against the same specification: a bot must not be tested with what Discord never sends. */
export function judgeAnswer({ gives }: RestRoute, { body }: RestAnswer): readonly string[] {
  if (gives === undefined || body === undefined) return [];
  return faultsOf(gives, JSON.parse(JSON.stringify(body)));
}
