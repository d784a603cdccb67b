import { Injectable } from '@nestjs/common';
import { memberSubject } from '#commands';
import { SubjectVault } from '#identity';
import type { ReadBy } from '#identity';
import type { SealedIdentity } from '#projections';
import type { ClearTexts } from '#vocabulary';
import type { MemberIdentityType } from './member.types';

interface SealedMember {
  readonly id: string;
  readonly organisationId: string;
  readonly sealedIdentity?: SealedIdentity | undefined;
}

/** Opens what members are called. Whoever calls this has made sure that the reader may read it. */
@Injectable()
export class Identities {
  constructor(private readonly vault: SubjectVault) {}

  /** In order; `undefined` where none was ever recorded. */
  async of(
    members: readonly SealedMember[],
    by: ReadBy,
  ): Promise<readonly (MemberIdentityType | undefined)[]> {
    const texts = await this.textsOf(members, by);
    return members.map((member) => {
      const { sealedIdentity: identity, organisationId } = member;
      if (identity === undefined) return undefined;
      const { recordedAt } = identity;
      const opened = texts.get(member);
      // The key may be gone already while the read model does not know of the erasure yet.
      if (opened === undefined) return { organisationId, state: 'ERASED', recordedAt };
      const { fullName, dateOfBirth, cardNumber } = opened;
      return { organisationId, state: 'RECORDED', recordedAt, fullName, dateOfBirth, cardNumber };
    });
  }

  private async textsOf(
    members: readonly SealedMember[],
    by: ReadBy,
  ): Promise<ReadonlyMap<SealedMember, ClearTexts | undefined>> {
    const sealed = members.flatMap((member) => {
      const { id, organisationId: organisation, sealedIdentity: identity } = member;
      return identity?.state === 'RECORDED'
        ? [{ member, about: { ...identity, organisation, subject: memberSubject(id) } }]
        : [];
    });
    const opened = await this.vault.unseal(
      sealed.map(({ about }) => about),
      by,
    );
    return new Map(sealed.map(({ member }, at) => [member, opened[at]]));
  }
}
