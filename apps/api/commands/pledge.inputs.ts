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
  @TextListField('What is pledged, one by one; may be empty.')
  readonly items!: string[];
}

@CommandInput('SignPledge', 'A registered pledge is signed (ký kết giao ước thi đua).')
export class SignPledgeInput extends PledgeFields {}

@CommandInput('ReportPledgeItem', 'What became of one thing pledged.')
export class ReportPledgeItemInput extends PledgeFields {
  @IntegerField('Which, counted from 1 in the order registered.', { min: 1, max: 1_000 })
  readonly item!: number;

  @TextField('The report.', { max: 5_000 })
  readonly report!: string;

  @BooleanField('Whether it is done.')
  readonly done!: boolean;
}

@CommandInput('WithdrawPledge', 'A pledge is withdrawn.')
export class WithdrawPledgeInput extends PledgeFields {}
