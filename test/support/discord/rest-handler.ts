import type { IncomingMessage } from 'node:http';
import { DiscordError, invalidForm } from './discord-error.js';
import type { Finding } from './finding.js';
import { judgeAnswer, judgeRequest } from './judge-exchange.js';
import type { RateLimits } from './rate-limits.js';
import { readBody } from './read-body.js';
import { errorReply, type RestReply, rateLimitedReply } from './rest-reply.js';
import type { RestRequest, RestRoute } from './rest-route.js';
import { createRouteTable, type RouteMatch } from './route-table.js';
import type { Violation } from './violation.js';

export interface RestHandlerParts {
  readonly botToken: string;
  readonly routes: readonly RestRoute[];
  readonly limits: RateLimits;
  readonly record: (violation: Violation) => void;
}

/** A request, before anybody looked at what it says. */
export interface IncomingCall {
  readonly incoming: IncomingMessage;
  readonly method: string;
  /** Decoded, without `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A path that may be shown: the token of an interaction opens its answer to anybody. */
export function withoutToken(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/[^/]+\/)[^/]+/u, '$1…');
}

/** The part of a path that has rate limits of its own. */
function majorOf({ parts }: RouteMatch): string {
  return parts.channel_id ?? parts.guild_id ?? parts.webhook_token ?? '';
}

function partOf({ parts }: RouteMatch, name: string): string {
  const value = parts[name];
  if (value === undefined) throw new Error(`The route has no part "${name}".`);
  if (!name.endsWith('_id') || /^[0-9]{1,20}$/u.test(value)) return value;
  throw invalidForm(name, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
}

/** Finds the route of a request, judges it, does the work and judges the answer. Never rejects for what a bot did wrong. */
export function createRestHandler({ botToken, routes, limits, record }: RestHandlerParts) {
  const find = createRouteTable(routes);

  function authorize({ authorization }: RestRoute, given: string | undefined, label: string): void {
    if (authorization === 'bot' && given !== `Bot ${botToken}`) throw new DiscordError(401, 0, '401: Unauthorized');
    if (authorization === 'path' && given !== undefined) {
      const detail = 'the path authorises this request; the bot token has no business here';
      record({ rule: 'authorization', detail, request: label });
    }
  }

  function judge(label: string, findings: readonly Finding[]): void {
    for (const { rule, detail } of findings) record({ rule, detail, request: label });
    const refused = findings.find(({ refusal }) => refusal !== null);
    if (refused?.refusal) throw refused.refusal;
  }

  async function perform(match: RouteMatch, call: IncomingCall, label: string): Promise<RestReply> {
    const { route } = match;
    const { incoming, method, path, query } = call;
    const request: RestRequest = {
      method,
      path,
      query,
      ...(await readBody(incoming)),
      part: (name) => partOf(match, name),
      judge: (findings) => judge(label, findings),
    };
    judge(label, judgeRequest(route, request));
    const answer = route.handle(request);
    for (const detail of judgeAnswer(route, answer)) record({ rule: 'double', detail, request: label });
    return { status: answer.body === undefined ? 204 : 200, body: answer.body };
  }

  return async (call: IncomingCall): Promise<RestReply> => {
    const { incoming, method, path } = call;
    const label = `${method} ${withoutToken(path)}`;
    const match = find(method, path);
    if (match === undefined) {
      record({ rule: 'unknown-route', detail: 'the double does not know this route', request: label });
      incoming.resume();
      return { status: 404, body: { message: '404: Not Found', code: 0 } };
    }
    if (!/^DiscordBot \(.+, .+\)/u.test(incoming.headers['user-agent'] ?? '')) {
      record({ rule: 'user-agent', detail: 'the user agent is not "DiscordBot (address, version)"', request: label });
    }
    const { route } = match;
    const countsGlobally = route.authorization === 'bot';
    const verdict = limits.take(`${method} ${route.path}`, majorOf(match), route.limit, countsGlobally);
    const withHeaders = (reply: RestReply): RestReply => ({
      ...reply,
      headers: { ...verdict.headers, ...reply.headers },
    });
    try {
      authorize(route, incoming.headers.authorization, label);
      const isLimited = verdict.retryAfterMs !== null;
      if (isLimited) incoming.resume();
      return withHeaders(
        isLimited ? rateLimitedReply(verdict.retryAfterMs, verdict.isGlobal) : await perform(match, call, label),
      );
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      incoming.resume();
      return withHeaders(errorReply(error));
    }
  };
}
