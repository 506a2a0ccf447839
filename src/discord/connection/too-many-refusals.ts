/** Discord answered one request with 429 again and again. It names no address: that may hold a token. */
export class TooManyRefusals extends Error {
  override readonly name = 'TooManyRefusals';

  constructor(times: number) {
    super(`Discord refused a request ${times} times in a row because of its rate limits.`);
  }
}
