import { CommandFields, CommandInput, IdField } from './shared';

@CommandInput(
  'CorrectFact',
  'A fact recorded before was wrong: from now on it counts as if it had never been recorded; the history keeps it. What is right is then recorded by its own command. `reason` must be given. Facts that rest on it are corrected first; decisions with a procedure of their own (as recognitions) are not corrected in this way.',
)
export class CorrectFactInput extends CommandFields {
  @IdField('The stream that the wrong event is in.')
  readonly stream!: string;

  @IdField('The wrong event.')
  readonly event!: string;
}
