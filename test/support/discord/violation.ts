/** Something the bot did that Discord, or a rule of this house, forbids. */
export interface Violation {
  /** A short name: `content-length`, `allowed-mentions`, … */
  readonly rule: string;
  readonly detail: string;
  /** Method and path of the request, without its token; absent for what came over the gateway. */
  readonly request?: string;
}
