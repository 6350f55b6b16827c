/**
 * What a page is drawn from. Remix writes out what a loader gives, for a browser that wakes the page up; none of ours wakes, and
 * of a long list that writing is a tenth of the work.
 */
const DRAWN_FROM = Symbol("what the page is drawn from");

export type PageData<Data> = { readonly [DRAWN_FROM]: Data };

/** For the loader: only the page drawn here sees it. */
export function forPage<Data>(data: Data): PageData<Data> {
  return { [DRAWN_FROM]: data };
}

/** For the page, what its loader gave. */
export function drawnFrom<Given extends PageData<unknown>>(given: Given): Given[typeof DRAWN_FROM] {
  return given[DRAWN_FROM];
}
