export { allMet, preset, presetExtension } from './presets';
export { refusalOf } from './refused';
export { Story } from './story';
export { toldAlikeOnEachStore, toldOnEachStore } from './telling';
