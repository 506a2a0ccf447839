import type { RestRoute } from './rest-route.js';

export interface RouteMatch {
  readonly route: RestRoute;
  readonly parts: Readonly<Record<string, string>>;
}

function partsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, step] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (step.startsWith('{')) parts[step.slice(1, -1)] = segment;
    else if (step !== segment) return undefined;
  }
  return parts;
}

const wildcards = ({ path }: RestRoute): number => path.split('{').length;

/** Finds the route of a decoded path; literal segments (`@me`, `@original`) win over `{…}`. */
export function createRouteTable(
  routes: readonly RestRoute[],
): (method: string, path: string) => RouteMatch | undefined {
  const ordered = routes
    .toSorted((first, second) => wildcards(first) - wildcards(second))
    .map((route) => ({ route, pattern: route.path.split('/') }));
  return (method, path) => {
    const segments = path.split('/');
    for (const { route, pattern } of ordered) {
      const parts = route.method === method ? partsOf(pattern, segments) : undefined;
      if (parts !== undefined) return { route, parts };
    }
    return undefined;
  };
}
