/** How large a synthetic district is. */
export interface DistrictSize {
  readonly wards: number;
  readonly cellsPerWard: number;
  readonly membersPerCell: number;
  /** Years with meetings, pledges, targets, ratings and assessments. */
  readonly years: readonly number[];
}

export interface Cell {
  readonly id: string;
  readonly ward: string;
  readonly name: string;
  readonly members: readonly string[];
}

export interface District {
  readonly id: string;
  readonly campaign: string;
  readonly wards: readonly string[];
  readonly cells: readonly Cell[];
  readonly years: readonly number[];
}

/** All ids of a district carry its name, so that a district can be copied by renaming it. */
export const DISTRICT_NAME = 'd00000';

export function districtOf({ wards, cellsPerWard, membersPerCell, years }: DistrictSize): District {
  const id = DISTRICT_NAME;
  const wardIds = numbers(wards).map((ward) => `${id}-w${ward}`);
  const cells = wardIds.flatMap((ward) =>
    numbers(cellsPerWard).map((cell): Cell => ({
      id: `${ward}-c${cell}`,
      ward,
      name: `Chi bộ khóm ${cell}`,
      members: numbers(membersPerCell).map(
        (member) => `${ward}-c${cell}-m${String(member).padStart(5, '0')}`,
      ),
    })),
  );
  return { id, campaign: `${id}-campaign`, wards: wardIds, cells, years };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
