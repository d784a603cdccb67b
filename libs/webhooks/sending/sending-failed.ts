import type { SendingFailure } from '../outcome/answer';

/** There was no answer. */
export class SendingFailed extends Error {
  override readonly name = 'SendingFailed';

  constructor(
    readonly failure: SendingFailure,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}
