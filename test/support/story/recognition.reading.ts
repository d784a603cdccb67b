export const RECOGNITION = `query ($organisation: ID!, $year: Int!, $atLeast: Position) {
  recognitions(under: $organisation, year: $year, atLeast: $atLeast, first: 200) {
    edges { node {
      organisation { id } state number decidedBy decidedAt publishedAt framework { id version }
      decisions { decidedBy publicationOverdue { type } }
      rewards { reward grantedBy }
      reviews { causes outcome { outcome decidedBy reason } } } }
  }
}`;

/** A recognition as the public register shows it. */
export interface ToldRecognition {
  readonly organisation: { readonly id: string };
  readonly state: string;
  readonly number: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly publishedAt: string | null;
  readonly framework: { readonly id: string; readonly version: number } | null;
  readonly decisions: readonly {
    readonly decidedBy: string;
    readonly publicationOverdue: object | null;
  }[];
  readonly rewards: readonly { readonly reward: string; readonly grantedBy: string }[];
  readonly reviews: readonly {
    readonly causes: readonly string[];
    readonly outcome: { readonly outcome: string; readonly reason: string | null } | null;
  }[];
}
