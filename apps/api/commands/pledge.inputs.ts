import { InputType } from '@nestjs/graphql';
import {
  CommandFields,
  BooleanField,
  CommandInput,
  IdField,
  IntegerField,
  TextField,
  TextListField,
  YearField,
} from './shared';

@InputType({ isAbstract: true })
abstract class PledgeFields extends CommandFields {
  @IdField('The campaign.')
  readonly campaign!: string;

  @YearField('The year pledged for.')
  readonly year!: number;

  @IdField('The organisation that pledges, or that of the member.')
  readonly organisation!: string;

  @IdField('The member, for a personal pledge.', { optional: true })
  readonly member?: string;
}

@CommandInput(
  'RegisterPledge',
  'An organisation, or one of its members, registers for a year (đăng ký).',
)
export class RegisterPledgeInput extends PledgeFields {
  @TextListField('The pledged items, one text each; may be empty.')
  readonly items!: string[];
}

@CommandInput('SignPledge', 'A registered pledge is signed (ký kết giao ước thi đua).')
export class SignPledgeInput extends PledgeFields {}

@CommandInput('ReportPledgeItem', 'The progress of one pledged item is reported.')
export class ReportPledgeItemInput extends PledgeFields {
  @IntegerField('The number of the item, from 1 in the order of registration.', {
    min: 1,
    max: 1_000,
  })
  readonly item!: number;

  @TextField('The text of the report.', { max: 5_000 })
  readonly report!: string;

  @BooleanField('Whether the item is done.')
  readonly done!: boolean;
}

@CommandInput('WithdrawPledge', 'A pledge is withdrawn.')
export class WithdrawPledgeInput extends PledgeFields {}
