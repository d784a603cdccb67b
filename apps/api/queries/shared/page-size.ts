/** Members of a page when nobody says how many. */
export const DEFAULT_PAGE = 50;
export const MAX_PAGE_SIZE = 200;
