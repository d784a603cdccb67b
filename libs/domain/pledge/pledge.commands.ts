import type { PledgeKey } from './pledge.events';

export type PledgeCommand =
  | (PledgeKey & { readonly type: 'RegisterPledge'; readonly items: readonly string[] })
  | (PledgeKey & { readonly type: 'SignPledge' })
  | (PledgeKey & {
      readonly type: 'ReportPledgeItem';
      readonly item: number;
      readonly report: string;
      readonly done: boolean;
    })
  | (PledgeKey & { readonly type: 'WithdrawPledge' });
