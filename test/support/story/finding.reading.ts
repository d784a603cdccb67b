export const FINDINGS = `query ($kind: FindingKind!, $under: ID!, $year: Int!, $atLeast: Position) {
  findings(kind: $kind, under: $under, year: $year, atLeast: $atLeast, first: 200) {
    edges { node { organisation { id } rule meeting case figures events { type } explanation } }
  }
}`;

/** The answer to a question of the auditors. */
export interface ToldFinding {
  readonly organisation: { readonly id: string };
  readonly rule: string | null;
  readonly meeting: string | null;
  readonly case: string | null;
  readonly figures: object;
  readonly events: readonly { readonly type: string }[];
  readonly explanation: string;
}
