export {
  CursorScalar,
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  JsonScalar,
  PositionScalar,
} from './scalars';
