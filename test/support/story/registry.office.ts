import type { LocalDate, OrganisationKind, OrganisationLevel } from '#vocabulary';
import { Office } from './office';
import type { GiveCommand } from './office';
import { instant } from './story-clock';

export interface Founding {
  readonly kind: OrganisationKind;
  readonly level?: OrganisationLevel;
  readonly below?: string;
  readonly name?: string;
}

/** Keeps the books: which organisations there are, and who belongs to them. */
export class RegistryOffice extends Office {
  constructor(give: GiveCommand) {
    super(give, 'registry', 'OPERATOR');
  }

  founds(organisation: string, { kind, level, below, name = `Tổ chức ${organisation}` }: Founding) {
    return this.give('establishOrganisation', {
      organisation,
      kind,
      name,
      organisationType: 'neighbourhood',
      ...(level === undefined ? {} : { level }),
      ...(below === undefined ? {} : { parent: below }),
    });
  }

  /** Official members since long, numbered within their organisation. */
  async hasMembers(organisation: string, count: number): Promise<readonly string[]> {
    const members = Array.from({ length: count }, (_, index) => `${organisation}-m${index + 1}`);
    for (const member of members) {
      await this.give('admitMember', { member, organisation, admittedOn: '2015-05-19' });
      await this.give('makeMemberOfficial', { member, officialOn: '2016-05-19' });
    }
    return members;
  }

  transfers(member: string, from: string, to: string) {
    return this.give('transferMember', { member, from, to });
  }

  movesUnder(organisation: string, to: string, on: LocalDate) {
    return this.give('reparentOrganisation', {
      organisation,
      to,
      effectiveAt: instant(on, '00:00'),
    });
  }

  dissolves(organisation: string, on: LocalDate) {
    return this.give('dissolveOrganisation', { organisation, effectiveAt: instant(on, '00:00') });
  }

  closes(organisation: string, year: number) {
    return this.give('closePeriod', { organisation, year });
  }

  findsQuarterMissed(organisation: string, year: number, quarter: number) {
    return this.give('recordMissedQuarter', { organisation, year, quarter });
  }
}
