import type { RecognitionDecision, RecognitionDocument } from './recognition.document';

/** That a publication is late comes from another stream than the decision itself, and is corrected by itself. */
export function withoutOverdue(document: RecognitionDocument): RecognitionDocument {
  const decisions = document.decisions.map((decision): RecognitionDecision => {
    const { publicationOverdue: _, ...onTime } = decision;
    return onTime;
  });
  return { ...document, decisions };
}

/** A register entry told anew, with what was found of the same decisions before. */
export function withOverdueOf(
  before: RecognitionDocument,
  restated: RecognitionDocument | undefined,
): RecognitionDocument | undefined {
  return (
    restated && {
      ...restated,
      decisions: restated.decisions.map((decision) => {
        const same = before.decisions.find(
          ({ decided }) => decided.event === decision.decided.event,
        );
        const overdue = same?.publicationOverdue;
        return overdue === undefined ? decision : { ...decision, publicationOverdue: overdue };
      }),
    }
  );
}
