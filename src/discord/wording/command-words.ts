/** What Discord lists for members' commands: at most 100 characters each. The names of commands and options are English. */
export interface CommandWords {
  readonly ask: { readonly what: string; readonly question: string; readonly private: string };
  readonly summary: {
    readonly what: string;
    readonly section: string;
    readonly length: string;
    readonly lengths: { readonly short: string; readonly medium: string; readonly long: string };
    readonly focus: string;
    readonly private: string;
  };
  readonly check: { readonly what: string; readonly claim: string };
  readonly digest: { readonly what: string; readonly private: string };
  readonly sources: { readonly what: string };
  readonly quality: { readonly what: string };
  readonly help: { readonly what: string };
  readonly privacy: {
    readonly what: string;
    readonly show: string;
    readonly export: string;
    readonly delete: string;
  };
}
