/** Facts about this installation, such as the hash of the commands that Discord knows. */
export interface FactStore {
  get(key: string): Promise<string | null>;
  /** `null` takes it away. */
  set(key: string, value: string | null): Promise<void>;
}
