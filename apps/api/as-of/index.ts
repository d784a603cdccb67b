export { answeredAsOf } from './answered-as-of';
export { AnswersAsOf, ofOneOf, under } from './answers-as-of';
export { AsOfArgs, AsOfForwardPageArgs, AsOfInput, AsOfPageArgs } from './as-of.input';
export { currentMoment } from './moment';
export { Moments } from './moments';
