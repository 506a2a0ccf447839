import { ParleyError } from '../../errors.js';

/** Discord does not let the bot in, and trying again would not change that. */
export class ConnectionRefused extends ParleyError {
  override readonly name = 'ConnectionRefused';
  /** 78 when the configuration is wrong (sysexits' EX_CONFIG: a supervisor need not start again), else 1. */
  readonly exitCode: 78 | 1;

  constructor(what: string, remedy: string, exitCode: 78 | 1, options?: ErrorOptions) {
    super(what, remedy, options);
    this.exitCode = exitCode;
  }
}
