import { InputType } from '@nestjs/graphql';
import { CommandFields } from './shared';

/** Its mutation adds what the service found. */
@InputType({
  description:
    'The log no longer gives what the ledger signed, and an operator accepts that: `reason` is required.',
})
export class AcceptLedgerBreakInput extends CommandFields {}
