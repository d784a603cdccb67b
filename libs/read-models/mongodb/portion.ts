/** Few enough to be answered within the time limit, many enough to be worth a round trip. */
export const PORTION = 500;
